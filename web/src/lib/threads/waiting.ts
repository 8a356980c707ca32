// What waits for the viewer: mentions, answers, questions about their actions, and what is unread besides.

import { ActionName } from '$lib/actions/documents';
import { graphql, type FragmentOf } from '$lib/api/graphql';
import { ThreadLine } from './documents';

export const WaitingItem = graphql(
	`
		fragment WaitingItem on Waiting {
			id
			kind
			at
			message {
				id
				seq
				text
				language
				author {
					id
					name
				}
			}
			thread {
				id
				subject
				network {
					id
					name
				}
				about {
					__typename
					id
					... on Action {
						...ActionName
					}
				}
			}
		}
	`,
	[ActionName],
);
export type WaitingItem = FragmentOf<typeof WaitingItem>;

export const Home = graphql(
	`
		query Home {
			waiting(first: 10) {
				totalCount
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						...WaitingItem
					}
				}
			}
			catchUp {
				network {
					id
					slug
					name
				}
				unread
				threads {
					...ThreadLine
				}
			}
			viewer {
				memberships {
					network {
						id
						slug
						name
						membershipRequests(first: 1) {
							totalCount
						}
					}
				}
			}
		}
	`,
	[WaitingItem, ThreadLine],
);

export const MoreWaiting = graphql(
	`
		query MoreWaiting($after: String) {
			waiting(first: 50, after: $after) {
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						...WaitingItem
					}
				}
			}
		}
	`,
	[WaitingItem],
);

export const MarkAllRead = graphql(`
	mutation MarkAllRead($input: MarkAllReadInput!) {
		markAllRead(input: $input) {
			marked
		}
	}
`);
