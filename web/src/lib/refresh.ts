// Loading again what the open page shows. SvelteKit drops a navigation that is under way when something is invalidated,
// so that a push that arrives just after somebody chose a link would lose the click: here it waits until they are there.

import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import { ApiError } from '$lib/api/client';

/** How many refreshes are under way. */
let under = 0;
let before: { key: string; data: unknown } | undefined;

/** Loads again what depends on `dependency`; everything, where none is named. */
export async function refresh(dependency?: string) {
	// A navigation that was given up rejects: either way it is over.
	while (navigating.complete) await navigating.complete.catch(() => undefined);
	under++;
	try {
		await (dependency ? invalidate(dependency) : invalidateAll());
	} finally {
		under--;
	}
}

/**
 * What `load` gives; where a page that stands was to be refreshed and the server did not manage, what it had before: nobody
 * asked for the refresh, so that it must not put a fault in the page's place. `key` says whose page it is.
 */
export async function orBefore<Data>(key: string, load: () => Promise<Data>): Promise<Data> {
	const again = under > 0 && before?.key === key;
	try {
		const data = await load();
		before = { key, data };
		return data;
	} catch (fault) {
		const refused = fault instanceof ApiError && [401, 403, 404].includes(fault.status);
		if (!again || refused) throw fault;
		return before?.data as Data;
	}
}
