import { ActionList, ThemeList } from '$lib/actions/documents';
import { readFilter, readOrder } from '$lib/actions/filter';
import { run } from '$lib/api/client';

export async function load({ parent, url }) {
	await parent();
	const filter = readFilter(url.searchParams);
	const order = readOrder(url.searchParams);
	const [{ actions }, { themes }] = await Promise.all([
		run(ActionList, { filter, order, after: null }),
		run(ThemeList),
	]);
	return { actions, themes, filter, order };
}
