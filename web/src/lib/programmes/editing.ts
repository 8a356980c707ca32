// What the pages that change a programme ask for. The tree is loaded anew after each change.

import { graphql, type ResultOf } from '$lib/api/graphql';

/** What can be chosen from when a programme of this country is edited. */
export const ProgrammeChoices = graphql(`
	query ProgrammeChoices($country: Country) {
		objectives(country: $country) {
			key
			scheme
			number
			name
		}
		commonIndicators {
			key
			name
			unit
			direction
			koladaId
			norwegianSource
		}
	}
`);
export type Choices = ResultOf<typeof ProgrammeChoices>;

export const UpdateProgramme = graphql(`
	mutation UpdateProgramme($input: UpdateProgrammeInput!) {
		updateProgramme(input: $input) {
			programme {
				id
			}
		}
	}
`);

export const DeleteProgramme = graphql(`
	mutation DeleteProgramme($input: DeleteProgrammeInput!) {
		deleteProgramme(input: $input) {
			organisation {
				id
			}
		}
	}
`);

/** What of a programme its page for editing does not show. */
export const ActionsOfProgramme = graphql(`
	query ActionsOfProgramme($id: ID!) {
		programme(id: $id) {
			actions(first: 1) {
				totalCount
			}
		}
	}
`);

export const AddFocusArea = graphql(`
	mutation AddFocusArea($input: AddFocusAreaInput!) {
		addFocusArea(input: $input) {
			focusArea {
				id
			}
		}
	}
`);

export const UpdateFocusArea = graphql(`
	mutation UpdateFocusArea($input: UpdateFocusAreaInput!) {
		updateFocusArea(input: $input) {
			focusArea {
				id
			}
		}
	}
`);

export const AddGoal = graphql(`
	mutation AddGoal($input: AddGoalInput!) {
		addGoal(input: $input) {
			goal {
				id
			}
		}
	}
`);

export const UpdateGoal = graphql(`
	mutation UpdateGoal($input: UpdateGoalInput!) {
		updateGoal(input: $input) {
			goal {
				id
			}
		}
	}
`);

export const AddTarget = graphql(`
	mutation AddTarget($input: AddTargetInput!) {
		addTarget(input: $input) {
			target {
				id
			}
		}
	}
`);

export const UpdateTarget = graphql(`
	mutation UpdateTarget($input: UpdateTargetInput!) {
		updateTarget(input: $input) {
			target {
				id
			}
		}
	}
`);

export const AssessTarget = graphql(`
	mutation AssessTarget($input: AssessTargetInput!) {
		assessTarget(input: $input) {
			target {
				id
			}
		}
	}
`);

export const MovePart = graphql(`
	mutation MovePart($input: MoveProgrammePartInput!) {
		moveProgrammePart(input: $input) {
			programme {
				id
			}
		}
	}
`);

export const DeletePart = graphql(`
	mutation DeletePart($input: DeleteProgrammePartInput!) {
		deleteProgrammePart(input: $input) {
			programme {
				id
			}
		}
	}
`);

export const AddIndicator = graphql(`
	mutation AddIndicator($input: AddIndicatorInput!) {
		addIndicator(input: $input) {
			indicator {
				id
			}
		}
	}
`);

export const UpdateIndicator = graphql(`
	mutation UpdateIndicator($input: UpdateIndicatorInput!) {
		updateIndicator(input: $input) {
			indicator {
				id
			}
		}
	}
`);

export const SetValues = graphql(`
	mutation SetValues($input: SetIndicatorValuesInput!) {
		setIndicatorValues(input: $input) {
			indicator {
				id
			}
		}
	}
`);

export const DeleteIndicator = graphql(`
	mutation DeleteIndicator($input: DeleteIndicatorInput!) {
		deleteIndicator(input: $input) {
			programme {
				id
			}
		}
	}
`);

export const ProgrammeChanges = graphql(`
	query ProgrammeChanges($id: ID!, $after: String) {
		programme(id: $id) {
			changes(first: 20, after: $after) {
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						id
						object
						kind
						name
						before
						at
						by {
							name
						}
					}
				}
			}
		}
	}
`);

export const TargetsOfProgramme = graphql(`
	query TargetsOfProgramme($id: ID!) {
		programme(id: $id) {
			focusAreas {
				id
				name
				goals {
					id
					targets {
						id
						name
					}
				}
			}
		}
	}
`);

export const SetActionTargets = graphql(`
	mutation SetActionTargets($input: SetActionTargetsInput!) {
		setActionTargets(input: $input) {
			action {
				id
			}
		}
	}
`);

/** "1 234,5" as people here write it; null when it is no number. */
export function toNumber(text: string): number | null {
	const plain = text.replace(/\s/g, '').replace('−', '-').replace(',', '.');
	return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
}
