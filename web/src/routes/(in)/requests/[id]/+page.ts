import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { Experts, RequestQuery } from '$lib/requests/documents';

export async function load({ parent, params, depends }) {
	depends('app:request');
	await parent();
	const { request } = await run(RequestQuery, { id: params.id });
	if (!request) error(404, { message: '', code: 'NOT_FOUND' });
	const themes = request.themes.map(({ key }) => key);
	const { experts } = themes.length
		? await run(Experts, { themes, text: null, slug: request.network.slug, first: 5 })
		: { experts: [] };
	return { request, experts };
}
