import { run } from '$lib/api/client';
import { RequestList, ThemeList } from '$lib/requests/documents';

export async function load({ parent, url, depends }) {
	depends('app:request');
	await parent();
	const slug = url.searchParams.get('network');
	const openOnly = !url.searchParams.has('all');
	const [{ requests }, { themes }] = await Promise.all([
		run(RequestList, { slug, openOnly, first: 20, after: null }),
		run(ThemeList),
	]);
	return { requests, themes, slug, openOnly };
}
