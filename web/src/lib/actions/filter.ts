// What the library is asked for, kept in the page's address so that it can be sent to a colleague.

import type { VariablesOf } from '$lib/api/graphql';
import type { ActionList } from './documents';

type Filter = NonNullable<VariablesOf<typeof ActionList>['filter']>;
export type Status = NonNullable<Filter['statuses']>[number];
export type Order = VariablesOf<typeof ActionList>['order'];

export const STATUSES: Status[] = ['IDEA', 'PLANNED', 'ONGOING', 'DONE', 'PAUSED', 'CANCELLED'];
export const ORDERS: Order[] = ['RECENT', 'MOST_COPIED', 'TITLE'];

/** What somebody wrote into the address by hand and that we do not know is left out, not sent. */
export function readFilter(params: URLSearchParams): Filter {
	const filter: Filter = {};
	const text = params.get('text')?.trim();
	const country = params.get('country');
	const status = params.get('status') as Status | null;
	const theme = params.get('theme');
	const network = params.get('network');
	if (text) filter.text = text.slice(0, 200);
	if (country === 'SE' || country === 'NO') filter.country = country;
	if (status && STATUSES.includes(status)) filter.statuses = [status];
	if (theme) filter.themes = [theme];
	if (network) filter.networkSlug = network;
	if (params.has('copied')) filter.copiedOnly = true;
	return filter;
}

export function readOrder(params: URLSearchParams): Order {
	const order = params.get('order') as Order | null;
	return order && ORDERS.includes(order) ? order : 'RECENT';
}
