import { LibraryQuery } from '$lib/actions/documents';
import { readFilter, readOrder } from '$lib/actions/filter';
import { ApiError, run } from '$lib/api/client';

export async function load({ parent, url }) {
	await parent();
	const order = readOrder(url.searchParams);
	const { library, filter } = await shown(readFilter(url.searchParams), order);
	const { actions, facets, alsoLookedFor } = library;
	return { actions, facets: facets ?? [], alsoLookedFor: alsoLookedFor ?? [], filter, order };
}

type Filter = ReturnType<typeof readFilter>;

/** An address may be older than what is known: what is no longer there filters nothing. */
async function shown(filter: Filter, order: ReturnType<typeof readOrder>) {
	try {
		const { library } = await run(LibraryQuery, { filter, order, after: null, facets: true });
		return { library, filter };
	} catch (error) {
		const field =
			error instanceof ApiError && error.code === 'INVALID' ? (error.field as keyof Filter) : undefined;
		if (!field || !filter[field]) throw error;
		return shown({ ...filter, [field]: undefined }, order);
	}
}
