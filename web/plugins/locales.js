// The client's sentences: the Fluent files of one language folded into one asset, fetched as text and never run as JavaScript,
// so that only the chosen language loads. `virtual:locales` tells where each one is.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url));
export const LANGUAGES = ['sv', 'nn', 'nb', 'en'];
/** Files that only the server reads. */
export const SERVER_ONLY = [
	'errors.ftl',
	'mail.ftl',
	'conversation.ftl',
	'sheets.ftl',
	'public.ftl',
	'copying.ftl',
	'rounds.ftl',
];

/** @param {string} language */
function fold(language) {
	return readdirSync(join(LOCALES, language))
		.filter((file) => file.endsWith('.ftl') && !SERVER_ONLY.includes(file))
		.sort()
		.map((file) => readFileSync(join(LOCALES, language, file), 'utf8').replace(/^#.*\n/gm, ''))
		.join('\n');
}

/** The one sentence that has to be there before anything runs, in every language. */
function noscript() {
	const sentences = LANGUAGES.map((language) => {
		const [, sentence = ''] = /^app-noscript = (.*)$/m.exec(fold(language)) ?? [];
		return `<p lang="${language}">${sentence}</p>`;
	});
	return sentences.join('');
}

/** @returns {import('vite').Plugin} */
export function locales() {
	let building = false;
	return {
		name: 'samverk-locales',
		config(_, { command }) {
			building = command === 'build';
			return { server: { fs: { allow: [LOCALES] } } };
		},
		configureServer(server) {
			server.watcher.add(LOCALES);
			server.watcher.on(
				'change',
				(file) => file.startsWith(LOCALES) && server.ws.send({ type: 'full-reload' }),
			);
			server.middlewares.use((request, response, next) => {
				const language = /^\/@locales\/(\w\w)\.ftl$/.exec(request.url ?? '')?.[1];
				if (!language || !LANGUAGES.includes(language)) return next();
				response.setHeader('content-type', 'text/plain; charset=utf-8').end(fold(language));
			});
		},
		resolveId: (id) => (/^virtual:(locales|noscript)$/.test(id) ? `\0${id}` : undefined),
		load(id) {
			if (id === '\0virtual:noscript') return `export default ${JSON.stringify(noscript())};`;
			if (id !== '\0virtual:locales') return;
			const entries = LANGUAGES.map((language) => {
				if (!building) return `${language}: '/@locales/${language}.ftl'`;
				// .txt, since the adapter compresses that and does not know .ftl.
				const asset = this.emitFile({ type: 'asset', name: `${language}.txt`, source: fold(language) });
				return `${language}: import.meta.ROLLUP_FILE_URL_${asset}`;
			});
			return `export default { ${entries.join(', ')} };`;
		},
	};
}
