import { ActionName } from '$lib/actions/documents';
import { graphql, type FragmentOf, type ResultOf } from '$lib/api/graphql';
import { PersonName } from '$lib/people/documents';

/** One line of a list of conversations. */
export const ThreadLine = graphql(
	`
		fragment ThreadLine on Thread {
			id
			subject
			lastAt
			viewerReadSeq
			unread
			closedAt
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

/** What all readers of one language see of a message: the same for each of them, so that the server writes it once. */
export const MessageFields = graphql(
	`
		fragment MessageFields on Message {
			id
			seq
			html
			language
			postedAt
			editedAt
			removed
			pinned
			actionIds
			author {
				...PersonName
			}
			replyTo {
				id
				seq
				text
				language
				removed
				author {
					id
					name
				}
			}
			reactions {
				kind
				count
				people {
					id
					name
				}
			}
			terms {
				word
				term
				explanation
				caution
			}
		}
	`,
	[PersonName],
);
export type Shared = FragmentOf<typeof MessageFields>;
export type Reaction = Shared['reactions'][number];
export type ReactionKind = Reaction['kind'];

/** And what is the viewer's own. Never asked for in a subscription. */
export const OwnMessage = graphql(
	`
		fragment OwnMessage on Message {
			...MessageFields
			viewerReactions
		}
	`,
	[MessageFields],
);
export type Message = FragmentOf<typeof OwnMessage>;

export const PinnedMessage = graphql(`
	fragment PinnedMessage on Message {
		id
		seq
		text
		language
		removed
		pinned
		author {
			id
			name
		}
	}
`);
export type Pinned = FragmentOf<typeof PinnedMessage>;

/** What may change about a thread as a whole. */
export const ThreadStanding = graphql(
	`
		fragment ThreadStanding on Thread {
			closedAt
			closedBy {
				id
				name
			}
			closeReason
			pinned {
				...PinnedMessage
			}
			viewerMay {
				post
				pin
				close
				remove
				mentionEverybody
				silencedUntil
				silenceReason
			}
		}
	`,
	[PinnedMessage],
);
export type Standing = FragmentOf<typeof ThreadStanding>;

export const ThreadQuery = graphql(
	`
		query Thread($id: ID!) {
			thread(id: $id) {
				...ThreadLine
				...ThreadStanding
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
							...OwnMessage
						}
					}
				}
			}
		}
	`,
	[ThreadLine, ThreadStanding, OwnMessage],
);
export type Thread = NonNullable<ResultOf<typeof ThreadQuery>['thread']>;

export const ThreadNow = graphql(
	`
		query ThreadNow($id: ID!) {
			thread(id: $id) {
				...ThreadStanding
			}
		}
	`,
	[ThreadStanding],
);

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
							...OwnMessage
						}
					}
				}
			}
		}
	`,
	[OwnMessage],
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
				... on MessageReacted {
					message {
						...MessageFields
					}
				}
				... on MessagePinned {
					message {
						...MessageFields
						...PinnedMessage
					}
				}
				... on ThreadClosed {
					thread {
						id
					}
				}
				... on ThreadReopened {
					thread {
						id
					}
				}
			}
		}
	`,
	[MessageFields, PinnedMessage],
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
					...OwnMessage
				}
			}
		}
	`,
	[OwnMessage],
);

export const EditMessage = graphql(
	`
		mutation EditMessage($input: EditMessageInput!) {
			editMessage(input: $input) {
				message {
					...OwnMessage
				}
			}
		}
	`,
	[OwnMessage],
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

export const SetReaction = graphql(
	`
		mutation SetReaction($input: SetReactionInput!) {
			setReaction(input: $input) {
				message {
					...OwnMessage
				}
			}
		}
	`,
	[OwnMessage],
);

export const SetPinned = graphql(
	`
		mutation SetPinned($input: SetPinnedInput!) {
			setPinned(input: $input) {
				message {
					...OwnMessage
					...PinnedMessage
				}
			}
		}
	`,
	[OwnMessage, PinnedMessage],
);

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
