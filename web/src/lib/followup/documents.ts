import { graphql, type ResultOf } from '$lib/api/graphql';

export const Rounds = graphql(`
	query Rounds($id: ID!, $after: String) {
		programme(id: $id) {
			id
			name
			viewerMayEdit
		}
		rounds(programmeId: $id, first: 20, after: $after) {
			pageInfo {
				hasNextPage
				endCursor
			}
			edges {
				node {
					id
					name
					kind
					due
					openedAt
					closedAt
					forms {
						id
						asked
						answered
					}
					report {
						id
					}
				}
			}
		}
	}
`);
export type RoundLine = ResultOf<typeof Rounds>['rounds']['edges'][number]['node'];

export const EntryFields = graphql(`
	fragment EntryFields on RoundEntry {
		itemId
		kind
		subjectId
		focusArea
		goal
		title
		language
		due
		gone
		status
		formId
		respondent
		revision
		answer {
			status
			comment
			grade
			at
			by
			byStrategist
		}
	}
`);
export type RoundEntry = ResultOf<typeof EntryFields>;

export const RoundQuery = graphql(
	`
		query Round($id: ID!) {
			round(id: $id) {
				id
				name
				kind
				message
				due
				revision
				openedAt
				closedAt
				programme {
					id
					name
				}
				before {
					id
					name
				}
				report {
					id
				}
				forms {
					id
					name
					email
					asked
					answered
					mailedAt
					mailFailed
					remindedAt
					seenAt
				}
				entries {
					...EntryFields
				}
			}
		}
	`,
	[EntryFields],
);
export type Round = NonNullable<ResultOf<typeof RoundQuery>['round']>;
export type RoundForm = Round['forms'][number];

export const RoundChanges = graphql(`
	query RoundChanges($id: ID!, $with: ComparedWith!) {
		round(id: $id) {
			id
			name
			kind
			closedAt
			programme {
				id
			}
			before {
				id
				name
			}
			changes(with: $with) {
				change
				before {
					subjectId
					kind
					title
					status
					due
					answer {
						status
						grade
					}
				}
				after {
					subjectId
					kind
					title
					status
					due
					answer {
						status
						grade
					}
				}
			}
		}
	}
`);
export type Change = NonNullable<NonNullable<ResultOf<typeof RoundChanges>['round']>['changes']>[number];

export const ReportFields = graphql(`
	fragment ReportFields on Report {
		id
		language
		title
		done
		drivers
		decision
		revision
		editedAt
		linesOver
		links {
			id
			label
			createdAt
			revokedAt
		}
	}
`);
export type ReportText = ResultOf<typeof ReportFields>;

export const RoundReport = graphql(
	`
		query RoundReport($id: ID!) {
			round(id: $id) {
				id
				name
				closedAt
				programme {
					id
					name
					organisation {
						name
					}
				}
				report {
					...ReportFields
				}
			}
		}
	`,
	[ReportFields],
);

export const ReportSuggestion = graphql(`
	query ReportSuggestion($id: ID!) {
		round(id: $id) {
			report {
				suggestion {
					done
					drivers
					decision
				}
			}
		}
	}
`);

export const CreateReport = graphql(`
	mutation CreateReport($input: CreateReportInput!) {
		createReport(input: $input) {
			report {
				id
			}
		}
	}
`);

export const UpdateReport = graphql(`
	mutation UpdateReport($input: UpdateReportInput!) {
		updateReport(input: $input) {
			report {
				id
				revision
				linesOver
				editedAt
			}
		}
	}
`);

export const ShareReport = graphql(`
	mutation ShareReport($input: ShareReportInput!) {
		shareReport(input: $input) {
			url
		}
	}
`);

export const RevokeReportLink = graphql(`
	mutation RevokeReportLink($input: RevokeReportLinkInput!) {
		revokeReportLink(input: $input) {
			link {
				id
			}
		}
	}
`);

export const ResponsibleQuery = graphql(`
	query Responsible($id: ID!) {
		programme(id: $id) {
			id
			name
			viewerMayEdit
		}
		responsible(programmeId: $id) {
			subjectId
			name
			email
			language
		}
		followUpState(programmeId: $id) {
			subjectId
			kind
			focusArea
			goal
			title
			status
		}
	}
`);
export type Subject = ResultOf<typeof ResponsibleQuery>['followUpState'][number];
export type Responsible = ResultOf<typeof ResponsibleQuery>['responsible'][number];

export const SetResponsible = graphql(`
	mutation SetResponsible($input: SetResponsibleInput!) {
		setResponsible(input: $input) {
			responsible {
				subjectId
			}
		}
	}
`);

export const ClearResponsible = graphql(`
	mutation ClearResponsible($input: ClearResponsibleInput!) {
		clearResponsible(input: $input) {
			subjectIds
		}
	}
`);

export const OpenRound = graphql(`
	mutation OpenRound($input: OpenRoundInput!) {
		openRound(input: $input) {
			round {
				id
			}
		}
	}
`);

export const UpdateRound = graphql(`
	mutation UpdateRound($input: UpdateRoundInput!) {
		updateRound(input: $input) {
			round {
				id
			}
		}
	}
`);

export const DeleteRound = graphql(`
	mutation DeleteRound($input: DeleteRoundInput!) {
		deleteRound(input: $input) {
			id
		}
	}
`);

export const RemindRound = graphql(`
	mutation RemindRound($input: RemindRoundInput!) {
		remindRound(input: $input) {
			reminded
		}
	}
`);

export const CloseRound = graphql(`
	mutation CloseRound($input: CloseRoundInput!) {
		closeRound(input: $input) {
			round {
				id
			}
		}
	}
`);

export const AnswerRoundItem = graphql(`
	mutation AnswerRoundItem($input: AnswerRoundItemInput!) {
		answerRoundItem(input: $input) {
			revision
			answered
		}
	}
`);

export const OpenForms = graphql(`
	query OpenForms {
		openForms {
			id
			asked
			answered
			round {
				name
				due
			}
		}
	}
`);
