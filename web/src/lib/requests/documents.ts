// What people look for, what others answer, and who knows about something.

import { ActionLine, ActionName } from '$lib/actions/documents';
import { graphql, type FragmentOf, type ResultOf } from '$lib/api/graphql';
import { OrganisationName, PersonName } from '$lib/people/documents';

/** One line of a list. */
export const RequestLine = graphql(
	`
		fragment RequestLine on Request {
			id
			subject
			language
			askedAt
			closedAt
			newAnswers
			organisation {
				...OrganisationName
			}
			network {
				slug
				name
			}
			answers {
				id
			}
		}
	`,
	[OrganisationName],
);
export type RequestLine = FragmentOf<typeof RequestLine>;

export const WantedFields = graphql(
	`
		fragment WantedFields on Request {
			...RequestLine
			body
			themes {
				key
				name
			}
			askedBy {
				...PersonName
			}
			viewerMayClose
			answers {
				id
				words
				language
				at
				isNew
				aboutAction
				viewerMayWithdraw
				by {
					...PersonName
				}
				action {
					...ActionLine
				}
				person {
					...PersonName
					email
					phone
				}
			}
		}
	`,
	[RequestLine, PersonName, ActionLine],
);
export type WantedFields = FragmentOf<typeof WantedFields>;

export const ExpertFields = graphql(
	`
		fragment ExpertFields on Expert {
			person {
				...PersonName
				email
				phone
			}
			named {
				key
				name
			}
			contactCount
			writtenCount
			actions {
				...ActionName
			}
		}
	`,
	[PersonName, ActionName],
);
export type ExpertFields = FragmentOf<typeof ExpertFields>;

export const RequestList = graphql(
	`
		query RequestList($slug: String, $openOnly: Boolean!, $first: Int!, $after: String) {
			requests(networkSlug: $slug, openOnly: $openOnly, first: $first, after: $after) {
				totalCount
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						...RequestLine
					}
				}
			}
		}
	`,
	[RequestLine],
);

/** The viewer's own, for what has been answered since they looked. */
export const OwnRequests = graphql(
	`
		query OwnRequests {
			requests(ownOnly: true, first: 30) {
				edges {
					node {
						...RequestLine
					}
				}
			}
		}
	`,
	[RequestLine],
);

export const RequestQuery = graphql(
	`
		query Request($id: ID!) {
			request(id: $id) {
				...WantedFields
			}
		}
	`,
	[WantedFields],
);
export type RequestPage = NonNullable<ResultOf<typeof RequestQuery>['request']>;

export const Experts = graphql(
	`
		query Experts($themes: [String!], $text: String, $slug: String, $first: Int!) {
			experts(themes: $themes, text: $text, networkSlug: $slug, first: $first) {
				...ExpertFields
			}
		}
	`,
	[ExpertFields],
);

export const ThemeList = graphql(`
	query ThemeList {
		themes {
			key
			name
		}
	}
`);

/** Actions to point at. */
export const FindActions = graphql(
	`
		query FindActions($text: String!) {
			actions(filter: { text: $text }, order: RECENT, first: 8) {
				edges {
					node {
						...ActionName
						publishedRevision
					}
				}
			}
		}
	`,
	[ActionName],
);

export const CreateRequest = graphql(`
	mutation CreateRequest($input: CreateRequestInput!) {
		createRequest(input: $input) {
			request {
				id
			}
		}
	}
`);

export const AnswerRequest = graphql(`
	mutation AnswerRequest($input: AnswerRequestInput!) {
		answerRequest(input: $input) {
			request {
				id
			}
		}
	}
`);

export const WithdrawAnswer = graphql(`
	mutation WithdrawAnswer($input: WithdrawAnswerInput!) {
		withdrawAnswer(input: $input) {
			request {
				id
			}
		}
	}
`);

export const CloseRequest = graphql(`
	mutation CloseRequest($input: CloseRequestInput!) {
		closeRequest(input: $input) {
			request {
				id
			}
		}
	}
`);

export const MarkAnswersSeen = graphql(`
	mutation MarkAnswersSeen($input: MarkAnswersSeenInput!) {
		markAnswersSeen(input: $input) {
			request {
				id
			}
		}
	}
`);

export const MyExpertise = graphql(`
	query MyExpertise {
		themes {
			key
			name
		}
		viewer {
			expertise {
				key
			}
		}
	}
`);

export const SetExpertise = graphql(`
	mutation SetExpertise($input: SetExpertiseInput!) {
		setExpertise(input: $input) {
			viewer {
				id
			}
		}
	}
`);
