// What coordinators do to keep the conversation good, and what the network remembers of it.

import { graphql, type ResultOf } from '$lib/api/graphql';

export const SilenceMember = graphql(`
	mutation SilenceMember($input: SilenceMemberInput!) {
		silenceMember(input: $input) {
			membership {
				silencedUntil
			}
		}
	}
`);

export const EndSilence = graphql(`
	mutation EndSilence($input: EndSilenceInput!) {
		endSilence(input: $input) {
			membership {
				silencedUntil
			}
		}
	}
`);

export const AuditTrail = graphql(`
	query AuditTrail($slug: String!, $after: String) {
		network(slug: $slug) {
			audit(first: 20, after: $after) {
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						id
						at
						what
						reason
						by {
							id
							name
						}
						person {
							id
							name
						}
						thread {
							id
							subject
						}
					}
				}
			}
		}
	}
`);
export type AuditEntry = NonNullable<
	ResultOf<typeof AuditTrail>['network']
>['audit']['edges'][number]['node'];
