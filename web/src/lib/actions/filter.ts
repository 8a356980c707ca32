// What the library is asked for, kept in the page's address so that it can be sent to a colleague and the back button
// works: one parameter for each value that is chosen.

import type { VariablesOf } from '$lib/api/graphql';
import type { FacetFields, LibraryQuery } from './documents';

type Filter = NonNullable<VariablesOf<typeof LibraryQuery>['filter']>;
export type Status = NonNullable<Filter['statuses']>[number];
export type Order = VariablesOf<typeof LibraryQuery>['order'];
export type FacetKind = FacetFields['kind'];

export const STATUSES: Status[] = ['IDEA', 'PLANNED', 'ONGOING', 'DONE', 'PAUSED', 'CANCELLED'];
export const ORDERS: Order[] = ['RECENT', 'MOST_COPIED', 'SIMILAR', 'TITLE'];

/** The address's name for a facet. */
export const PARAMETERS: Record<FacetKind, string> = {
	THEME: 'theme',
	SECTOR: 'sector',
	GOAL: 'goal',
	SDG: 'sdg',
	STATUS: 'status',
	COUNTRY: 'country',
	COUNTY: 'county',
	SIZE: 'size',
	COST: 'cost',
	PURPOSE: 'purpose',
	LANGUAGE: 'language',
	COPIED_BY: 'copied-by',
};

const SIZES = ['SMALLEST', 'SMALL', 'MIDDLE', 'LARGE', 'LARGEST'] as const;
const COSTS = ['HUNDREDS', 'THOUSANDS', 'MILLIONS', 'TENS_OF_MILLIONS'] as const;
const PURPOSES = ['EMISSIONS', 'ADAPTATION', 'OTHER'] as const;
const LANGUAGES = ['SV', 'NN', 'NB', 'EN'] as const;

/** What somebody wrote into the address by hand and that we do not know is left out, not sent. */
export function readFilter(params: URLSearchParams): Filter {
	const known = <Value extends string>(name: string, values: readonly Value[]) => {
		const chosen = values.filter((value) => params.getAll(name).includes(value));
		return chosen.length ? chosen : undefined;
	};
	const any = (name: string) => {
		const chosen = params.getAll(name).filter(Boolean).slice(0, 40);
		return chosen.length ? chosen : undefined;
	};
	const countries = known('country', ['SE', 'NO'] as const);
	const filter: Filter = {
		text: params.get('text')?.trim().slice(0, 200),
		// Both is as good as neither.
		country: countries?.length === 1 ? countries[0] : undefined,
		statuses: known('status', STATUSES),
		themes: any('theme'),
		sectors: any('sector'),
		goals: any('goal'),
		sdgs: any('sdg'),
		counties: any('county'),
		sizes: known('size', SIZES),
		costs: known('cost', COSTS),
		purposes: known('purpose', PURPOSES),
		languages: known('language', LANGUAGES),
		copiedByIds: any('copied-by'),
		networkSlug: params.get('network') || undefined,
		copiedOnly: params.has('copied') || undefined,
		examplesOnly: params.has('example') || undefined,
	};
	return Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
}

export function readOrder(params: URLSearchParams): Order {
	const order = params.get('order') as Order | null;
	return order && ORDERS.includes(order) ? order : 'RECENT';
}

/** The address without one of its values. */
export function without(params: URLSearchParams, name: string, value?: string) {
	const rest = new URLSearchParams(params);
	rest.delete(name, value);
	return `/actions${rest.size ? `?${rest}` : ''}`;
}
