import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { UpstreamQuery } from '$lib/family/documents';

export async function load({ parent, params, depends }) {
	depends('app:upstream');
	await parent();
	const { action } = await run(UpstreamQuery, { id: params.id });
	if (!action?.viewerMayEdit) error(404, { message: '', code: 'NOT_FOUND' });
	return { action };
}
