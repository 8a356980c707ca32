// Writes src/lib/api/introspection.d.ts: the API's types for gql.tada, from the schema that the server writes.

import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const SCHEMA = process.env.SAMVERK_SCHEMA ?? new URL('../../schema/schema.graphql', import.meta.url);
const TARGET = new URL('../src/lib/api/introspection.d.ts', import.meta.url);

const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
await writeFile(
	TARGET,
	outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
);
