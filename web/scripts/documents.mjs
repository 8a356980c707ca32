// Holds every GraphQL document of the client against the schema that the server writes.

import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { collect, complete, isOperation } from '../plugins/documents.js';

const SCHEMA = process.env.SAMVERK_SCHEMA ?? new URL('../../schema/schema.graphql', import.meta.url);

const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
const documents = collect();
const used = new Set([...documents.values()].flatMap(({ uses }) => uses));
let faults = 0;

for (const [name, { file }] of documents) {
	const text = complete(documents, name);
	/** @param {string} message */
	const fault = (message) => {
		faults += 1;
		console.error(`src/${file}: ${name}: ${message}`);
	};
	if (isOperation(text)) for (const error of validate(schema, parse(text))) fault(error.message);
	else if (!used.has(name)) fault('a fragment that no document uses');
}
if (faults) process.exit(1);
console.log(`${documents.size} GraphQL documents fit the schema.`);
