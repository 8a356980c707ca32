import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { RevisionsQuery } from '$lib/family/documents';

export async function load({ parent, params, depends }) {
	depends('app:revisions');
	await parent();
	const { action } = await run(RevisionsQuery, { id: params.id, after: null });
	if (!action?.viewerMayEdit) error(404, { message: '', code: 'NOT_FOUND' });
	return { action };
}
