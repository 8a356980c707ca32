// Closing and reopening a conversation: for few people and rare, so fetched when it is wanted.

import { graphql } from '$lib/api/graphql';
import { ThreadStanding } from './documents';

export const CloseThread = graphql(
	`
		mutation CloseThread($input: CloseThreadInput!) {
			closeThread(input: $input) {
				thread {
					...ThreadStanding
				}
			}
		}
	`,
	[ThreadStanding],
);

export const ReopenThread = graphql(
	`
		mutation ReopenThread($input: ReopenThreadInput!) {
			reopenThread(input: $input) {
				thread {
					...ThreadStanding
				}
			}
		}
	`,
	[ThreadStanding],
);
