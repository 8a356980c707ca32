import { ActionLine } from '$lib/actions/documents';
import { graphql, type ResultOf } from '$lib/api/graphql';
import { OrganisationName } from '$lib/people/documents';

export const OrganisationProgrammes = graphql(`
	query OrganisationProgrammes($organisationId: ID!) {
		programmes(organisationId: $organisationId, first: 50) {
			edges {
				node {
					id
					name
					viewerMayEdit
					actions(first: 1) {
						totalCount
					}
				}
			}
		}
	}
`);

export const EditableProgrammes = graphql(`
	query EditableProgrammes {
		programmes(editable: true, first: 50) {
			edges {
				node {
					id
					name
					organisation {
						name
					}
				}
			}
		}
	}
`);

export const ProgrammeQuery = graphql(
	`
		query Programme($id: ID!) {
			programme(id: $id) {
				id
				name
				viewerMayEdit
				organisation {
					...OrganisationName
				}
				focusAreas {
					id
					name
					goals {
						id
						name
						targets {
							id
							name
							due
							status
						}
					}
				}
			}
		}
	`,
	[OrganisationName],
);
export type Programme = NonNullable<ResultOf<typeof ProgrammeQuery>['programme']>;

export const ProgrammeActions = graphql(
	`
		query ProgrammeActions($id: ID!, $after: String) {
			programme(id: $id) {
				actions(first: 50, after: $after) {
					totalCount
					pageInfo {
						hasNextPage
						endCursor
					}
					edges {
						node {
							...ActionLine
							targets {
								id
							}
						}
					}
				}
			}
		}
	`,
	[ActionLine],
);

export const CreateProgramme = graphql(`
	mutation CreateProgramme($input: CreateProgrammeInput!) {
		createProgramme(input: $input) {
			programme {
				id
			}
		}
	}
`);
