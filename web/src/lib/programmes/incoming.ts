// What the pages that bring values in from a file ask for.

import { graphql, type ResultOf } from '$lib/api/graphql';

export const ValueSources = graphql(`
	query ValueSources($id: ID!) {
		programme(id: $id) {
			id
			name
			viewerMayEdit
			organisation {
				country
				... on Municipality {
					code
				}
			}
			indicators {
				key
			}
		}
		commonIndicators {
			key
			koladaId
		}
	}
`);

/** Kolada answers a question for so many key figures at most. */
const AT_ONCE = 25;

/** The numbers that Kolada has for a programme's indicators, and where its answer with all years is. */
export function kolada({ programme, commonIndicators }: ResultOf<typeof ValueSources>) {
	if (programme?.organisation.country !== 'SE') return { numbers: [], answers: [] };
	const keys = new Set(programme.indicators.map(({ key }) => key));
	const numbers = commonIndicators.flatMap(({ key, koladaId }) =>
		keys.has(key) && koladaId ? koladaId : [],
	);
	const code = 'code' in programme.organisation ? programme.organisation.code : undefined;
	const answers: string[] = [];
	for (let at = 0; code && at < numbers.length; at += AT_ONCE) {
		const some = numbers.slice(at, at + AT_ONCE).join(',');
		answers.push(`https://api.kolada.se/v3/data/kpi/${some}/municipality/${code}`);
	}
	return { numbers, answers };
}

export const ValueImportQuery = graphql(`
	query ValueImport($id: ID!) {
		valueImport(id: $id) {
			id
			fileName
			fromKolada
			attribution
			municipality
			others
			morePages
			passedOver
			figures
			appliedAt
			preview {
				gone
				unmatched {
					name
					values
				}
				series {
					otherUnit
					indicator {
						id
						name
						unit
						yearly
					}
					values {
						day
						kind
						before
						after
						source
						licence
					}
				}
			}
		}
	}
`);
export type ValueImport = NonNullable<ResultOf<typeof ValueImportQuery>['valueImport']>;
export type ValueSeries = ValueImport['preview']['series'][number];

export const ApplyValueImport = graphql(`
	mutation ApplyValueImport($input: ApplyValueImportInput!) {
		applyValueImport(input: $input) {
			import {
				id
			}
		}
	}
`);
