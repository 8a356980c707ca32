import { LibraryQuery } from '$lib/actions/documents';
import { readFilter, readOrder } from '$lib/actions/filter';
import { run } from '$lib/api/client';

export async function load({ parent, url }) {
	await parent();
	const filter = readFilter(url.searchParams);
	const order = readOrder(url.searchParams);
	const { library } = await run(LibraryQuery, { filter, order, after: null, facets: true });
	return { actions: library.actions, facets: library.facets ?? [], filter, order };
}
