// What else an action says: as the API gives it, as the form holds it, and as the API takes it back.

import { graphql, type FragmentOf, type VariablesOf } from '$lib/api/graphql';
import type { UpdateAction } from './documents';

/** Further facts, also of an earlier revision. */
export const DetailFields = graphql(`
	fragment DetailFields on ActionDetails {
		purpose
		unit {
			id
			name
		}
		partners
		funding {
			scheme {
				key
				name
			}
			name
			amount {
				amount
				currency
			}
		}
		costHow {
			value
			language
		}
		effectHow {
			value
			language
		}
		risk {
			value
			language
		}
		effectInWords {
			value
			language
		}
		decision {
			body
			date
			caseNumber
			url
		}
		indicators {
			key
			name
			unit
		}
	}
`);
export type DetailFields = FragmentOf<typeof DetailFields>;

export const FurtherFields = graphql(
	`
		fragment FurtherFields on Action {
			isExample
			details {
				...DetailFields
			}
			example {
				since
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
			}
			links {
				url
				name
			}
			milestones {
				name
				due
				done
				late
			}
			statusHistory {
				before
				status
				reason {
					value
					language
				}
				at
				revision
				by {
					name
				}
			}
			files {
				id
				name
				kind
				isImage
				path
				size
				description {
					value
					language
				}
				published
			}
		}
	`,
	[DetailFields],
);
export type FurtherFields = FragmentOf<typeof FurtherFields>;
type Input = VariablesOf<typeof UpdateAction>['input'];
type Currency = 'SEK' | 'NOK' | 'EUR';

/** What can be chosen from on the pages where an action is written. */
export const Choices = graphql(`
	query Choices {
		fundingSchemes {
			key
			name
			area
		}
		commonIndicators {
			key
			name
			unit
		}
		fileRules {
			mostBytes
			mostFiles
			endings
		}
		viewer {
			organisation {
				units {
					id
					name
				}
			}
		}
	}
`);

/** Texts that stand under the same name in the form and in the API. */
export const FURTHER_TEXTS = [
	'problem',
	'result',
	'again',
	'transferability',
	'risk',
	'effectInWords',
	'costHow',
	'effectHow',
	'statusReason',
] as const;
type FurtherText = (typeof FURTHER_TEXTS)[number];

export interface LinkRow {
	url: string;
	name: string;
}
export interface MilestoneRow {
	name: string;
	due: string;
	done: string;
}

export type FurtherForm = Record<FurtherText, string> & {
	purpose: '' | NonNullable<FurtherFields['details']['purpose']>;
	unitId: string;
	partners: string;
	indicators: string[];
	fundingScheme: string;
	fundingName: string;
	fundingAmount: string;
	fundingCurrency: Currency;
	decisionBody: string;
	decisionDate: string;
	caseNumber: string;
	decisionUrl: string;
	links: LinkRow[];
	milestones: MilestoneRow[];
};
export type FurtherField = keyof FurtherForm;

const FUNDING: FurtherField[] = ['fundingScheme', 'fundingName', 'fundingAmount', 'fundingCurrency'];
const DECISION: FurtherField[] = ['decisionBody', 'decisionDate', 'caseNumber', 'decisionUrl'];

/** The API's field, where a control goes by another name. */
export const FURTHER_NAMES = Object.fromEntries([
	...FUNDING.map((field) => [field, 'funding']),
	...DECISION.map((field) => [field, 'decision']),
]) as Partial<Record<FurtherField, string>>;

export function toFurtherForm(
	action: FurtherFields & { publishedRevision: number | null },
	currency: Currency,
): FurtherForm {
	const { details, example, statusHistory } = action;
	const [newest] = statusHistory;
	// What others have read already stands as it was said; a new word is a new one.
	const unread = newest && newest.revision > (action.publishedRevision ?? 0) ? newest : undefined;
	return {
		problem: example.problem?.value ?? '',
		result: example.result?.value ?? '',
		again: example.again?.value ?? '',
		transferability: example.transferability?.value ?? '',
		risk: details.risk?.value ?? '',
		effectInWords: details.effectInWords?.value ?? '',
		costHow: details.costHow?.value ?? '',
		effectHow: details.effectHow?.value ?? '',
		statusReason: unread?.reason?.value ?? '',
		purpose: details.purpose ?? '',
		unitId: details.unit?.id ?? '',
		partners: details.partners ?? '',
		indicators: details.indicators.map(({ key }) => key),
		fundingScheme: details.funding?.scheme?.key ?? '',
		fundingName: details.funding?.name ?? '',
		fundingAmount: details.funding?.amount?.amount ?? '',
		fundingCurrency: details.funding?.amount?.currency ?? currency,
		decisionBody: details.decision?.body ?? '',
		decisionDate: details.decision?.date ?? '',
		caseNumber: details.decision?.caseNumber ?? '',
		decisionUrl: details.decision?.url ?? '',
		links: action.links.map(({ url, name }) => ({ url, name: name ?? '' })),
		milestones: action.milestones.map(({ name, due, done }) => ({ name, due: due ?? '', done: done ?? '' })),
	};
}

/** A list without its empty rows, as it will be kept. A row that somebody has just added is no change yet. */
export function filled<Row extends object>(rows: readonly Row[]): Row[] {
	return rows
		.map(
			(row) =>
				Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value).trim()])) as Row,
		)
		.filter((row) => Object.values(row).some((value) => value !== ''));
}

/** The part of an update that these fields are. */
export function furtherInput(dirty: readonly string[], form: FurtherForm): Partial<Input> {
	const has = (...fields: FurtherField[]) => fields.some((field) => dirty.includes(field));
	const text = (value: string) => value.trim() || null;
	const amount = form.fundingAmount.replace(/\s/g, '');
	return {
		...Object.fromEntries(
			FURTHER_TEXTS.filter((field) => has(field)).map((field) => [field, text(form[field])]),
		),
		...(has('purpose') && { purpose: form.purpose || null }),
		...(has('unitId') && { unitId: form.unitId || null }),
		...(has('partners') && { partners: text(form.partners) }),
		...(has('indicators') && { indicators: form.indicators }),
		...(has(...FUNDING) && {
			funding: {
				scheme: form.fundingScheme || null,
				name: text(form.fundingName),
				amount: amount ? { amount, currency: form.fundingCurrency } : null,
			},
		}),
		...(has(...DECISION) && {
			decision: {
				body: text(form.decisionBody),
				date: form.decisionDate || null,
				caseNumber: text(form.caseNumber),
				url: text(form.decisionUrl),
			},
		}),
		...(has('links') && {
			links: filled(form.links).map(({ url, name }) => ({ url, name: name || null })),
		}),
		...(has('milestones') && {
			milestones: filled(form.milestones).map(({ name, due, done }) => ({
				name,
				due: due || null,
				done: done || null,
			})),
		}),
	};
}

/** An address as people type it, with what they leave out. */
export function webAddress(typed: string): string {
	const text = typed.trim();
	return text && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? `https://${text}` : text;
}
