import { ActionName } from '$lib/actions/documents';
import { graphql, type FragmentOf, type ResultOf } from '$lib/api/graphql';
import { PersonName } from '$lib/people/documents';

/** One line of a list of conversations. */
export const ThreadLine = graphql(
	`
		fragment ThreadLine on Thread {
			id
			subject
			lastSeq
			lastAt
			viewerReadSeq
			about {
				__typename
				id
				... on Action {
					...ActionName
				}
			}
		}
	`,
	[ActionName],
);
export type ThreadLine = FragmentOf<typeof ThreadLine>;

export const MyThreads = graphql(
	`
		query MyThreads($first: Int!) {
			viewer {
				memberships {
					role
					network {
						id
						slug
						name
						threads(first: $first) {
							totalCount
							edges {
								node {
									...ThreadLine
								}
							}
						}
						membershipRequests(first: 1) {
							totalCount
						}
					}
				}
			}
		}
	`,
	[ThreadLine],
);
export type MyThreads = ResultOf<typeof MyThreads>;

export const NetworkThreads = graphql(
	`
		query NetworkThreads($slug: String!, $after: String) {
			network(slug: $slug) {
				threads(first: 50, after: $after) {
					pageInfo {
						hasNextPage
						endCursor
					}
					edges {
						node {
							...ThreadLine
						}
					}
				}
			}
		}
	`,
	[ThreadLine],
);

export const MessageFields = graphql(
	`
		fragment MessageFields on Message {
			id
			seq
			body
			language
			postedAt
			editedAt
			removed
			author {
				...PersonName
			}
			replyTo {
				id
				body
				language
				removed
				author {
					id
					name
				}
			}
		}
	`,
	[PersonName],
);
export type Message = FragmentOf<typeof MessageFields>;

export const ThreadQuery = graphql(
	`
		query Thread($id: ID!) {
			thread(id: $id) {
				...ThreadLine
				network {
					id
					slug
					name
					viewerRole
					languages
				}
				messages {
					pageInfo {
						hasPreviousPage
						startCursor
					}
					edges {
						node {
							...MessageFields
						}
					}
				}
			}
		}
	`,
	[ThreadLine, MessageFields],
);
export type Thread = NonNullable<ResultOf<typeof ThreadQuery>['thread']>;

export const OlderMessages = graphql(
	`
		query OlderMessages($id: ID!, $before: String!) {
			thread(id: $id) {
				messages(last: 50, before: $before) {
					pageInfo {
						hasPreviousPage
						startCursor
					}
					edges {
						node {
							...MessageFields
						}
					}
				}
			}
		}
	`,
	[MessageFields],
);

export const ThreadEvents = graphql(
	`
		subscription ThreadEvents($threadId: ID!, $after: Int) {
			threadEvents(threadId: $threadId, after: $after) {
				__typename
				seq
				at
				... on MessagePosted {
					message {
						...MessageFields
					}
				}
				... on MessageEdited {
					message {
						...MessageFields
					}
				}
				... on MessageRemoved {
					messageId
				}
			}
		}
	`,
	[MessageFields],
);
export type ThreadEvent = ResultOf<typeof ThreadEvents>['threadEvents'];

export const ThreadPresence = graphql(`
	subscription ThreadPresence($threadId: ID!) {
		threadPresence(threadId: $threadId) {
			present
			people {
				id
				name
				organisation {
					name
				}
			}
			typing {
				id
				name
			}
		}
	}
`);
export type Presence = ResultOf<typeof ThreadPresence>['threadPresence'];

export const StartThread = graphql(`
	mutation StartThread($input: StartThreadInput!) {
		startThread(input: $input) {
			thread {
				id
			}
		}
	}
`);

export const PostMessage = graphql(
	`
		mutation PostMessage($input: PostMessageInput!) {
			postMessage(input: $input) {
				message {
					...MessageFields
				}
			}
		}
	`,
	[MessageFields],
);

export const EditMessage = graphql(
	`
		mutation EditMessage($input: EditMessageInput!) {
			editMessage(input: $input) {
				message {
					...MessageFields
				}
			}
		}
	`,
	[MessageFields],
);

export const RemoveMessage = graphql(`
	mutation RemoveMessage($input: RemoveMessageInput!) {
		removeMessage(input: $input) {
			thread {
				id
			}
		}
	}
`);

export const SetTyping = graphql(`
	mutation SetTyping($input: SetTypingInput!) {
		setTyping(input: $input) {
			threadId
		}
	}
`);

export const MarkThreadRead = graphql(`
	mutation MarkThreadRead($input: MarkThreadReadInput!) {
		markThreadRead(input: $input) {
			thread {
				id
				viewerReadSeq
			}
		}
	}
`);
