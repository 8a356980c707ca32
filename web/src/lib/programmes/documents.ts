import { ActionLine } from '$lib/actions/documents';
import { graphql, type FragmentOf, type ResultOf } from '$lib/api/graphql';
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

export const ObjectiveName = graphql(`
	fragment ObjectiveName on Objective {
		key
		scheme
		number
		name
	}
`);

export const IndicatorFields = graphql(`
	fragment IndicatorFields on Indicator {
		id
		revision
		key
		name
		unit
		direction
		yearly
		target {
			id
		}
		baseline {
			day
			value
		}
		aims {
			day
			value
		}
		values {
			day
			value
			source
			licence
			note
		}
		status
		trend {
			direction
			perYear
			forecast
		}
	}
`);
export type Indicator = FragmentOf<typeof IndicatorFields>;

export const ProgrammeQuery = graphql(
	`
		query Programme($id: ID!) {
			programme(id: $id) {
				id
				revision
				name
				starts
				ends
				decidedBy
				decidedOn
				decisionNumber
				decisionUrl
				reviewOn
				viewerMayEdit
				standing {
					status
					count
				}
				indicators {
					...IndicatorFields
				}
				organisation {
					...OrganisationName
				}
				focusAreas {
					id
					revision
					name
					goals {
						id
						revision
						name
						purpose
						risk
						effect
						objectives {
							...ObjectiveName
						}
						targets {
							id
							revision
							name
							due
							status
							measuredStatus
							assessment {
								status
								reason
								at
								by {
									name
								}
								byName
							}
							objectives {
								...ObjectiveName
							}
						}
					}
				}
			}
		}
	`,
	[IndicatorFields, ObjectiveName, OrganisationName],
);
export type Programme = NonNullable<ResultOf<typeof ProgrammeQuery>['programme']>;
export type FocusArea = Programme['focusAreas'][number];
export type Goal = FocusArea['goals'][number];
export type Target = Goal['targets'][number];

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
