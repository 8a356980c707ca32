import { graphql, type ResultOf } from '$lib/api/graphql';
import { OrganisationName } from '$lib/people/documents';

export const InventoryQuery = graphql(
	`
		query Inventory($id: ID!) {
			inventory(organisationId: $id) {
				organisation {
					...OrganisationName
				}
				viewerMayEdit
				risks {
					id
					revision
					severity
					title {
						value
						language
					}
					description {
						value
						language
					}
				}
				accounts {
					source
					importedAt
					series {
						computed
						sector {
							key
							name
							parentKey
							addsUp
						}
						values {
							year
							tonnes
							source
							licence
							importedAt
						}
					}
				}
				imports(first: 20) {
					edges {
						node {
							id
							fileName
							fileHash
							source
							appliedAt
							appliedBy {
								name
							}
						}
					}
				}
			}
		}
	`,
	[OrganisationName],
);
/** What an organisation's programmes say of its emissions: where the way to the goal begins, and what is to be reached when. */
export const GoalPathQuery = graphql(`
	query GoalPath($organisationId: ID!) {
		programmes(organisationId: $organisationId, first: 20) {
			edges {
				node {
					name
					indicators {
						key
						baseline {
							day
							value
						}
						aims {
							day
							value
						}
					}
				}
			}
		}
	}
`);

/** Dated values of the way to a programme's goal for emissions. */
export interface GoalPath {
	programme: string;
	points: { year: number; tonnes: number }[];
}

/** What the reference data's indicators of emissions are the figures of. */
const SECTORS: Record<string, string> = {
	'ghg-total': 'total',
	'ghg-transport': 'transport-total',
	'ghg-machinery': 'machinery',
	'ghg-agriculture': 'agriculture',
	'ghg-energy': 'energy-supply',
	'ghg-heating': 'heating',
	'ghg-industry': 'industry',
	'ghg-waste': 'waste',
};

/** By sector, of the first programme that has such a goal. */
export function goalPaths({ programmes }: ResultOf<typeof GoalPathQuery>): Map<string, GoalPath> {
	const paths = new Map<string, GoalPath>();
	for (const { node } of programmes.edges) {
		for (const { key, baseline, aims } of node.indicators) {
			const sector = SECTORS[key ?? ''];
			if (!sector || !aims.length || paths.has(sector)) continue;
			const points = [...(baseline ? [baseline] : []), ...aims];
			paths.set(sector, {
				programme: node.name,
				points: points.map(({ day, value }) => ({ year: Number(day.slice(0, 4)), tonnes: value })),
			});
		}
	}
	return paths;
}

export type Inventory = NonNullable<ResultOf<typeof InventoryQuery>['inventory']>;
export type Risk = Inventory['risks'][number];
export type Account = Inventory['accounts'][number];
export type Series = Account['series'][number];

export const EmissionImportQuery = graphql(`
	query EmissionImport($id: ID!) {
		emissionImport(id: $id) {
			id
			fileName
			source
			attribution
			title
			municipality
			others
			morePages
			passedOver
			figures
			appliedAt
			replaces {
				key
				name
			}
			changes {
				kind
				year
				before
				after
				sector {
					key
					name
				}
			}
		}
	}
`);
export type EmissionImport = NonNullable<ResultOf<typeof EmissionImportQuery>['emissionImport']>;

export const ApplyEmissionImport = graphql(`
	mutation ApplyEmissionImport($input: ApplyEmissionImportInput!) {
		applyEmissionImport(input: $input) {
			import {
				id
			}
		}
	}
`);

export const DeleteEmissionAccount = graphql(`
	mutation DeleteEmissionAccount($input: DeleteEmissionAccountInput!) {
		deleteEmissionAccount(input: $input) {
			source
		}
	}
`);

export const CreateClimateRisk = graphql(`
	mutation CreateClimateRisk($input: CreateClimateRiskInput!) {
		createClimateRisk(input: $input) {
			risk {
				id
			}
		}
	}
`);

export const UpdateClimateRisk = graphql(`
	mutation UpdateClimateRisk($input: UpdateClimateRiskInput!) {
		updateClimateRisk(input: $input) {
			risk {
				id
			}
		}
	}
`);

export const MoveClimateRisk = graphql(`
	mutation MoveClimateRisk($input: MoveClimateRiskInput!) {
		moveClimateRisk(input: $input) {
			risks {
				id
			}
		}
	}
`);

export const DeleteClimateRisk = graphql(`
	mutation DeleteClimateRisk($input: DeleteClimateRiskInput!) {
		deleteClimateRisk(input: $input) {
			id
		}
	}
`);
