import { graphql, type FragmentOf, type ResultOf } from '$lib/api/graphql';
import { ActionName } from '$lib/actions/documents';
import { EffectFields } from '$lib/actions/effect';
import { DetailFields } from '$lib/actions/further';
import { OrganisationName } from '$lib/people/documents';

/** A place in a family, and what stands there as far as the viewer may see it. */
export const FamilyNode = graphql(
	`
		fragment FamilyNode on LineageNode {
			id
			parentId
			depth
			action {
				...ActionName
				...EffectFields
				status
				outcome {
					value
					language
				}
				organisation {
					... on Municipality {
						latitude
						longitude
					}
				}
			}
		}
	`,
	[ActionName, EffectFields],
);
export type FamilyNode = FragmentOf<typeof FamilyNode>;

export const FamilyQuery = graphql(
	`
		query Family($id: ID!, $currency: Currency!, $after: String) {
			action(id: $id) {
				...ActionName
				reach {
					municipalities
					counties
					countries
				}
				lineage {
					size
					depth
					nodes(first: 100, after: $after) {
						pageInfo {
							hasNextPage
							endCursor
						}
						edges {
							node {
								...FamilyNode
							}
						}
					}
				}
				gathered {
					copies
					statuses {
						status
						count
					}
					costPerInhabitant(in: $currency) {
						count
						least
						median
						most
					}
					effectPerInhabitant {
						count
						least
						median
						most
					}
					lessons(first: 20) {
						totalCount
						pageInfo {
							hasNextPage
							endCursor
						}
						edges {
							node {
								...ActionName
								lessons {
									value
									language
								}
							}
						}
					}
				}
			}
		}
	`,
	[ActionName, FamilyNode],
);
export type Gathered = NonNullable<ResultOf<typeof FamilyQuery>['action']>['gathered'];

export const MoreFamily = graphql(
	`
		query MoreFamily($id: ID!, $after: String) {
			action(id: $id) {
				lineage {
					nodes(first: 100, after: $after) {
						pageInfo {
							hasNextPage
							endCursor
						}
						edges {
							node {
								...FamilyNode
							}
						}
					}
				}
			}
		}
	`,
	[FamilyNode],
);

export const MoreLessons = graphql(
	`
		query MoreLessons($id: ID!, $after: String) {
			action(id: $id) {
				gathered {
					lessons(first: 20, after: $after) {
						pageInfo {
							hasNextPage
							endCursor
						}
						edges {
							node {
								...ActionName
								lessons {
									value
									language
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

export const UpstreamQuery = graphql(
	`
		query Upstream($id: ID!) {
			action(id: $id) {
				...ActionName
				revision
				viewerMayEdit
				origin {
					action {
						...ActionName
					}
				}
				upstreamChanges {
					field
					isText
					base
					yours
					yoursLanguage
					theirs
					language
					revision
					needsEdit
					learned
				}
			}
		}
	`,
	[ActionName],
);
export type UpstreamChange = NonNullable<ResultOf<typeof UpstreamQuery>['action']>['upstreamChanges'][number];

export const TakeUpstreamChange = graphql(`
	mutation TakeUpstreamChange($input: TakeUpstreamChangeInput!) {
		takeUpstreamChange(input: $input) {
			action {
				revision
			}
		}
	}
`);

export const SkipUpstreamChange = graphql(`
	mutation SkipUpstreamChange($input: SkipUpstreamChangeInput!) {
		skipUpstreamChange(input: $input) {
			action {
				revision
			}
		}
	}
`);

/** Copies whose origins have published something new, for the home page. */
export const UpstreamNews = graphql(
	`
		query UpstreamNews {
			upstreamNews {
				...ActionName
				origin {
					action {
						organisation {
							...OrganisationName
						}
					}
				}
				upstreamChanges {
					field
					learned
				}
			}
		}
	`,
	[ActionName, OrganisationName],
);
export type NewsItem = ResultOf<typeof UpstreamNews>['upstreamNews'][number];

export const RevisionsQuery = graphql(
	`
		query Revisions($id: ID!, $after: String) {
			action(id: $id) {
				...ActionName
				revision
				publishedRevision
				viewerMayEdit
				revisions(first: 20, after: $after) {
					totalCount
					pageInfo {
						hasNextPage
						endCursor
					}
					edges {
						node {
							revision
							at
							author {
								id
								name
							}
							publishedAt
							learned
							changed
							title {
								value
								language
							}
							description {
								value
								language
							}
							lessons {
								value
								language
							}
							problem {
								value
								language
							}
							result {
								value
								language
							}
							again {
								value
								language
							}
							transferability {
								value
								language
							}
							status
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
								id
								name
							}
							details {
								...DetailFields
							}
							links {
								url
								name
							}
							milestones {
								name
								due
								done
							}
						}
					}
				}
			}
		}
	`,
	[ActionName, DetailFields],
);
export type Past = NonNullable<
	ResultOf<typeof RevisionsQuery>['action']
>['revisions']['edges'][number]['node'];

export const RestoreAction = graphql(`
	mutation RestoreAction($input: RestoreActionInput!) {
		restoreAction(input: $input) {
			action {
				revision
			}
		}
	}
`);

export const CopyPreviewQuery = graphql(
	`
		query CopyPreview($actionId: ID!, $programmeId: ID!) {
			copyPreview(actionId: $actionId, programmeId: $programmeId) {
				brings
				leavesBehind
				toFillIn
				cautions
				existingCopy {
					...ActionName
				}
			}
		}
	`,
	[ActionName],
);
export type CopyPreview = ResultOf<typeof CopyPreviewQuery>['copyPreview'];
