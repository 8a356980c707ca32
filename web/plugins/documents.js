// GraphQL documents leave the source at build time: a built client sends only a document's id, and build/operations.json
// tells the server what each id stands for. In development, and for subscriptions, the text itself is sent.
//
// A document is written `const Name = graphql(`…`, [FragmentA, …])` in a .ts file under src/lib; Name is unique in the client.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));
const CALL = /const (\w+) = graphql\(\s*`([^`]*)`\s*(?:,\s*\[([^\]]*)\])?\s*,?\s*\)/g;

/**
 * Every document in the client, by the name of its constant.
 * @returns {Map<string, { text: string, uses: string[], file: string }>}
 */
export function collect() {
	const found = new Map();
	for (const name of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.ts')) continue;
		const code = readFileSync(join(SOURCE, name), 'utf8');
		for (const [, constant, text, uses = ''] of code.matchAll(CALL)) {
			if (found.has(constant)) throw new Error(`two GraphQL documents are called ${constant}`);
			found.set(constant, {
				text,
				uses: uses
					.split(',')
					.map((use) => use.trim())
					.filter(Boolean),
				file: name,
			});
		}
	}
	return found;
}

/**
 * A document with its fragments, and those fragments' own, each once.
 * @param {ReturnType<typeof collect>} all
 * @param {string} name
 */
export function complete(all, name, seen = new Set()) {
	if (seen.has(name)) return '';
	seen.add(name);
	const document = all.get(name);
	if (!document) throw new Error(`no GraphQL document is called ${name}`);
	/** @type {string[]} */
	const parts = [squeeze(document.text), ...document.uses.map((use) => complete(all, use, seen))];
	return parts.filter(Boolean).join(' ');
}

/** Without comments and needless space. The client's documents hold no block strings. @param {string} text */
function squeeze(text) {
	return text
		.replace(/#.*$/gm, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?([{}():,!]) ?/g, '$1')
		.trim();
}

/** @param {string} text */
export function idOf(text) {
	return 'sha256:' + createHash('sha256').update(text).digest('hex');
}

/** @param {string} text */
export function isOperation(text) {
	return /^(query|mutation|subscription)\b/.test(text);
}

/** @returns {import('vite').Plugin} */
export function documents() {
	let building = false;
	return {
		name: 'samverk-documents',
		enforce: 'pre',
		config(_, { command }) {
			building = command === 'build';
		},
		transform(code, id) {
			if (!id.startsWith(SOURCE) || !code.includes('graphql(')) return;
			const all = collect();
			return {
				code: code
					.replace(CALL, (_, name) => {
						const text = complete(all, name);
						// A fragment is of no use by itself once it stands in its documents.
						if (!isOperation(text)) return `const ${name} = ''`;
						return `const ${name} = ${JSON.stringify(building && !text.startsWith('subscription') ? idOf(text) : text)}`;
					})
					.replace(/import \{ graphql(?=[ ,])/, 'import { type graphql'),
				map: null,
			};
		},
		generateBundle() {
			if (this.environment.name !== 'client') return;
			const all = collect();
			const texts = [...all.keys()].map((name) => complete(all, name)).filter(isOperation);
			const operations = Object.fromEntries(texts.map((text) => [idOf(text), text]).sort());
			this.emitFile({
				type: 'asset',
				fileName: 'operations.json',
				source: JSON.stringify(operations, null, '\t'),
			});
		},
	};
}
