// Types for GraphQL documents. Nothing of this is in the built client: plugins/documents.js puts the document's id or text
// where `graphql(…)` stands.

import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection';

export const graphql = initGraphQLTada<{
	introspection: introspection;
	disableMasking: true;
	scalars: { DateTime: string; Date: string; Amount: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
