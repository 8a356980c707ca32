// What is asked for beside a message when somebody wants to see it.

import { ActionLine } from '$lib/actions/documents';
import { graphql, type ResultOf } from '$lib/api/graphql';

/** A message as it was typed, to be changed. */
export const MessageSource = graphql(`
	query MessageSource($id: ID!) {
		node(id: $id) {
			... on Message {
				body
				language
				postedAt
				editedAt
			}
		}
	}
`);

export const MessageHistory = graphql(`
	query MessageHistory($id: ID!) {
		node(id: $id) {
			... on Message {
				history {
					html
					language
					at
				}
			}
		}
	}
`);

export const LinkedActions = graphql(
	`
		query LinkedActions($id: ID!) {
			node(id: $id) {
				... on Message {
					linkedActions {
						...ActionLine
					}
				}
			}
		}
	`,
	[ActionLine],
);
