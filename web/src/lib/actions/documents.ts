import { graphql, type FragmentOf, type ResultOf } from '$lib/api/graphql';
import { OrganisationName, PersonName } from '$lib/people/documents';
import { EffectFields } from './effect';
import { FurtherFields } from './further';

/** Enough of an action to name it. */
export const ActionName = graphql(
	`
		fragment ActionName on Action {
			id
			title {
				value
				language
			}
			organisation {
				...OrganisationName
			}
		}
	`,
	[OrganisationName],
);

/** One line of a list, to be read without opening it. */
export const ActionLine = graphql(
	`
		fragment ActionLine on Action {
			...ActionName
			...EffectFields
			status
			isExample
			outcome {
				value
				language
			}
			cost {
				amount
				currency
			}
			copyCount
			revision
			publishedRevision
			publishedAt
			updatedAt
			themes {
				key
				name
			}
			origin {
				action {
					id
					organisation {
						...OrganisationName
					}
				}
			}
		}
	`,
	[ActionName, EffectFields, OrganisationName],
);
export type ActionLine = FragmentOf<typeof ActionLine>;

export const ActionFields = graphql(
	`
		fragment ActionFields on Action {
			...ActionName
			...FurtherFields
			description {
				value
				language
			}
			lessons {
				value
				language
			}
			status
			visibility
			themes {
				key
				name
			}
			starts
			ends
			cost {
				amount
				currency
			}
			effectTonnesCo2e
			contact {
				...PersonName
				email
				phone
			}
			revision
			publishedRevision
			publishedAt
			updatedAt
			viewerMayEdit
			copyCount
			programme {
				id
				name
			}
			targets {
				id
				name
			}
			origin {
				revision
				copiedAt
				action {
					...ActionName
					...EffectFields
					description {
						value
						language
					}
					lessons {
						value
						language
					}
					status
					starts
					ends
					cost {
						amount
						currency
					}
				}
			}
		}
	`,
	[ActionName, EffectFields, FurtherFields, PersonName],
);
export type ActionFields = FragmentOf<typeof ActionFields>;

export const ActionQuery = graphql(
	`
		query Action($id: ID!, $currency: Currency!) {
			action(id: $id) {
				...ActionFields
				costHere: cost(in: $currency) {
					amount
					currency
				}
				copies(first: 20) {
					edges {
						node {
							...ActionName
						}
					}
				}
				reach {
					municipalities
					counties
					countries
				}
				upstreamChanges {
					field
				}
				thread {
					id
					subject
					lastAt
					viewerReadSeq
					unread
					closedAt
					network {
						slug
						name
					}
				}
			}
		}
	`,
	[ActionFields, ActionName],
);
export type ActionPage = NonNullable<ResultOf<typeof ActionQuery>['action']>;

export const ActionForEditing = graphql(
	`
		query ActionForEditing($id: ID!) {
			action(id: $id) {
				...ActionFields
			}
			themes {
				key
				name
			}
		}
	`,
	[ActionFields],
);

export const FacetFields = graphql(`
	fragment FacetFields on Facet {
		kind
		values {
			value
			name
			count
			chosen
		}
	}
`);
export type FacetFields = FragmentOf<typeof FacetFields>;

/** A page of the library; the facets only with the first one. */
export const LibraryQuery = graphql(
	`
		query Library($filter: ActionFilter, $order: ActionOrder!, $after: String, $facets: Boolean!) {
			library(filter: $filter, order: $order, first: 20, after: $after) {
				facets @include(if: $facets) {
					...FacetFields
				}
				alsoLookedFor @include(if: $facets) {
					value
					language
				}
				actions {
					totalCount
					pageInfo {
						hasNextPage
						endCursor
					}
					edges {
						node {
							...ActionLine
						}
					}
				}
			}
		}
	`,
	[FacetFields, ActionLine],
);

export const NetworkActions = graphql(
	`
		query NetworkActions($slug: String!, $first: Int!) {
			actions(filter: { networkSlug: $slug }, order: RECENT, first: $first) {
				totalCount
				edges {
					node {
						...ActionLine
					}
				}
			}
		}
	`,
	[ActionLine],
);

export const CreateAction = graphql(`
	mutation CreateAction($input: CreateActionInput!) {
		createAction(input: $input) {
			action {
				id
			}
		}
	}
`);

export const UpdateAction = graphql(
	`
		mutation UpdateAction($input: UpdateActionInput!) {
			updateAction(input: $input) {
				action {
					...ActionFields
				}
			}
		}
	`,
	[ActionFields],
);

export const PublishAction = graphql(
	`
		mutation PublishAction($input: PublishActionInput!) {
			publishAction(input: $input) {
				action {
					...ActionFields
				}
			}
		}
	`,
	[ActionFields],
);

export const CopyAction = graphql(`
	mutation CopyAction($input: CopyActionInput!) {
		copyAction(input: $input) {
			action {
				id
			}
		}
	}
`);

export const UpdateFile = graphql(`
	mutation UpdateFile($input: UpdateFileInput!) {
		updateFile(input: $input) {
			file {
				id
			}
		}
	}
`);

export const DeleteFile = graphql(`
	mutation DeleteFile($input: DeleteFileInput!) {
		deleteFile(input: $input) {
			action {
				id
			}
		}
	}
`);

export const DeleteAction = graphql(`
	mutation DeleteAction($input: DeleteActionInput!) {
		deleteAction(input: $input) {
			programme {
				id
			}
		}
	}
`);

/** What the viewer's own organisation works on; the page picks out what is not published. */
export const OwnActions = graphql(
	`
		query OwnActions {
			programmes(editable: true, first: 5) {
				edges {
					node {
						id
						actions(first: 30) {
							edges {
								node {
									...ActionName
									revision
									publishedRevision
									updatedAt
								}
							}
						}
					}
				}
			}
		}
	`,
	[ActionName],
);
