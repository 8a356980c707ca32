// How much JavaScript the first visit to each page costs, gzipped file by file as it is sent. Over the budget the build fails.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 60 * 1024;
const OUTPUT = new URL('../.svelte-kit/output/client/', import.meta.url);
const NODES = '.svelte-kit/generated/client-optimized/nodes/';

/** @type {Record<string, { file: string, name?: string, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', OUTPUT), 'utf8'));
/** @type {Map<string, number>} */
const sizes = new Map();

/** @param {string} file */
function size(file) {
	if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, OUTPUT)), { level: 9 }).length);
	return sizes.get(file) ?? 0;
}

/** The files that come with a chunk: itself and all that it imports, theirs too. @param {string} key */
function closure(key, files = new Set()) {
	const chunk = manifest[key];
	if (files.has(chunk.file)) return files;
	files.add(chunk.file);
	for (const each of chunk.imports ?? []) closure(each, files);
	return files;
}

// What index.html loads; every page's own node is an entry of the build too.
const entries = Object.keys(manifest).filter((key) => manifest[key].name?.startsWith('entry/'));
const nodes = Object.keys(manifest)
	.filter((key) => key.startsWith(NODES))
	.map((key) => {
		const source = readFileSync(new URL(`../${key}`, import.meta.url), 'utf8');
		return { key, file: source.match(/src\/routes\/(.*?\+[a-z]+)\.(svelte|ts)/)?.[1] ?? '' };
	});

let over = false;
console.log('\nJavaScript at the first visit (gzip):');
for (const node of nodes
	.filter(({ file }) => file.endsWith('+page'))
	.sort((a, b) => (a.file < b.file ? -1 : 1))) {
	const layouts = nodes.filter(
		({ file }) => file.endsWith('+layout') && node.file.startsWith(file.slice(0, -'+layout'.length)),
	);
	const files = new Set(
		[...entries, ...layouts.map(({ key }) => key), node.key].flatMap((key) => [...closure(key)]),
	);
	const bytes = [...files].reduce((sum, file) => sum + size(file), 0);
	over ||= bytes > BUDGET;
	const route = '/' + node.file.replace(/\+page$/, '').replace(/\([^)]*\)\//g, '');
	console.log(`  ${(bytes / 1024).toFixed(1).padStart(5)} KB  ${route}${bytes > BUDGET ? '  OVER' : ''}`);
}
console.log(`  budget: ${BUDGET / 1024} KB`);
if (over) {
	// A build that is too heavy must not be taken for a good one.
	const build = new URL('../build', import.meta.url);
	if (existsSync(build)) rmSync(build, { recursive: true });
	process.exit(1);
}
