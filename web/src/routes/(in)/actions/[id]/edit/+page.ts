import { error } from '@sveltejs/kit';
import { ActionForEditing } from '$lib/actions/documents';
import { run } from '$lib/api/client';

export async function load({ parent, params }) {
	await parent();
	const { action, themes } = await run(ActionForEditing, { id: params.id });
	if (!action?.viewerMayEdit) error(404, { message: '', code: 'NOT_FOUND' });
	return { action, themes };
}
