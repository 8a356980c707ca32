import { graphql, type ResultOf } from '$lib/api/graphql';

export const ActionImportQuery = graphql(`
	query ActionImport($id: ID!, $after: String, $onlyOpen: Boolean!) {
		actionImport(id: $id) {
			id
			fileName
			appliedAt
			columns {
				key
				name
			}
			unread {
				sheet
				column
			}
			counts {
				rows
				faulty
				undecided
				leftOut
				unchanged
			}
			rows(first: 50, after: $after, onlyOpen: $onlyOpen) {
				totalCount
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						number
						sheet
						numberInSheet
						cells
						exists
						decision
						noUpdate
						action {
							id
							title {
								language
							}
						}
						changes {
							column
							before
							after
						}
						faults {
							column
							message
						}
					}
				}
			}
		}
	}
`);
export type ActionImport = NonNullable<ResultOf<typeof ActionImportQuery>['actionImport']>;
export type ActionImportRow = ActionImport['rows']['edges'][number]['node'];
/** What becomes of a row whose title is there already. */
export type Decision = NonNullable<ActionImportRow['decision']>;

export const CorrectImportRow = graphql(`
	mutation CorrectImportRow($input: CorrectImportRowInput!) {
		correctImportRow(input: $input) {
			import {
				id
			}
		}
	}
`);

export const DecideImportRows = graphql(`
	mutation DecideImportRows($input: DecideImportRowsInput!) {
		decideImportRows(input: $input) {
			import {
				id
			}
		}
	}
`);

export const ApplyActionImport = graphql(`
	mutation ApplyActionImport($input: ApplyActionImportInput!) {
		applyActionImport(input: $input) {
			actions
			parts
			leftOut
		}
	}
`);
