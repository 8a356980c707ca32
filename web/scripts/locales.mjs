// Holds the sentences in ../locales against each other and against the code: the four languages have the same ids with the
// same variables, every id is used and every used id is there, and where Nynorsk says the same as Bokmål,
// locales/same-in-nn-and-nb.txt says why that is right.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import { LANGUAGES, LOCALES, SERVER_ONLY } from '../plugins/locales.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAME = join(LOCALES, 'same-in-nn-and-nb.txt');
let faults = 0;

/** @param {string} message */
function fault(message) {
	faults += 1;
	console.error(message);
}

/** The names of the variables in a parsed pattern. @param {unknown} pattern @returns {string[]} */
function variables(pattern) {
	if (Array.isArray(pattern)) return pattern.flatMap(variables);
	if (!pattern || typeof pattern !== 'object') return [];
	const node = /** @type {Record<string, unknown>} */ (pattern);
	return [...(node.type === 'var' ? [String(node.name)] : []), ...Object.values(node).flatMap(variables)];
}

/** @param {string} language */
function read(language) {
	const messages = new Map();
	for (const file of readdirSync(join(LOCALES, language)).filter((name) => name.endsWith('.ftl'))) {
		const text = readFileSync(join(LOCALES, language, file), 'utf8');
		const parsed = new FluentResource(text).body;
		const written = [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id]) => id);
		for (const id of written) {
			const message = parsed.find((each) => each.id === id);
			if (!message?.value) fault(`${language}/${file}: ${id} cannot be read`);
			else if (messages.has(id)) fault(`${language}/${file}: ${id} stands twice`);
			else messages.set(id, { file, value: message.value, names: new Set(variables(message.value)) });
		}
	}
	return messages;
}

const languages = new Map(LANGUAGES.map((language) => [language, read(language)]));
const ids = new Set([...languages.values()].flatMap((messages) => [...messages.keys()]));

// The same everywhere.
for (const id of ids) {
	const all = LANGUAGES.map((language) => languages.get(language)?.get(id));
	for (const [i, message] of all.entries()) if (!message) fault(`${LANGUAGES[i]}: ${id} is missing`);
	const names = all.filter(Boolean).map((message) => [...message.names].sort().join(', '));
	if (new Set(names).size > 1) fault(`${id} has other variables in other languages: ${names.join(' | ')}`);
}

// Used and there.
/** @param {string} folder @param {RegExp} kinds @returns {string[]} */
function sources(folder, kinds) {
	const path = join(ROOT, folder);
	if (!existsSync(path)) return [];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.filter((name) => kinds.test(name))
		.map((name) => readFileSync(join(path, name), 'utf8'));
}
const client = sources('web/src', /\.(svelte|ts)$/);
// Read by the build itself (plugins/locales.js), before there is anything to run.
client.push(`'app-noscript'`);
const server = sources('backend', /\.rs$/).join('\n');
const serverIds = new Set(
	[...(languages.get('sv') ?? [])].filter(([, { file }]) => SERVER_ONLY.includes(file)).map(([id]) => id),
);

/** Ids named whole, and the beginnings of ids whose end is worked out. */
const whole = new Set();
const beginnings = new Set();
for (const code of client) {
	for (const [, id] of code.matchAll(
		/'((?:app|person|network|programme|action|thread|inventory|import)-[a-zA-Z0-9-]+)'/g,
	))
		whole.add(id);
	for (const [, start] of code.matchAll(
		/`((?:app|person|network|programme|action|thread|inventory|import)-[a-zA-Z0-9-]*)\$\{/g,
	))
		beginnings.add(start);
}
const clientIds = [...ids].filter((id) => !serverIds.has(id));
for (const id of clientIds)
	if (!whole.has(id) && ![...beginnings].some((start) => id.startsWith(start))) fault(`${id} is not used`);
for (const id of whole) if (!ids.has(id)) fault(`${id} is used and not there`);
for (const start of beginnings)
	if (!clientIds.some((id) => id.startsWith(start))) fault(`${start}… is used and nothing begins so`);

if (server) {
	/** Of ids whose end is worked out: format!("round-status-{status}"). */
	const serverBeginnings = new Set(
		[...server.matchAll(/"((?:round)-[a-z-]*-)\{/g)].map(([, start]) => start),
	);
	for (const id of serverIds) {
		// A mail's sentences are `mail-<kind>-subject` and `-body`, and the code names the kind.
		const kind = /^mail-(.+)-(?:subject|body)$/.exec(id)?.[1];
		const begun = [...serverBeginnings].some((start) => id.startsWith(start));
		if (!server.includes(`"${id}"`) && !(kind && server.includes(`"${kind}"`)) && !begun)
			fault(`${id} is not used`);
	}
	for (const [, id] of server.matchAll(/"((?:error|mail|export)-[a-z0-9-]+)"/g))
		if (!ids.has(id)) fault(`${id} is used and not there`);
}

// Nynorsk that says the same as Bokmål.
const allowed = new Map(
	(existsSync(SAME) ? readFileSync(SAME, 'utf8') : '')
		.split('\n')
		.filter((line) => line.trim() && !line.startsWith('#'))
		.map((line) => {
			const [id, ...reason] = line.split(':');
			return [id.trim(), reason.join(':').trim()];
		}),
);
for (const [id, { value }] of languages.get('nn') ?? []) {
	const same = JSON.stringify(value) === JSON.stringify(languages.get('nb')?.get(id)?.value);
	if (same && !allowed.get(id)) fault(`${id} is the same in Nynorsk and Bokmål: “${JSON.stringify(value)}”`);
	if (!same && allowed.has(id)) fault(`same-in-nn-and-nb.txt: ${id} differs now`);
}
for (const id of allowed.keys()) if (!ids.has(id)) fault(`same-in-nn-and-nb.txt: there is no ${id}`);

if (faults) process.exit(1);
console.log(`${ids.size} sentences in ${LANGUAGES.length} languages fit each other and the code.`);
