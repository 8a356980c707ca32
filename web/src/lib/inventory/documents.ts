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
