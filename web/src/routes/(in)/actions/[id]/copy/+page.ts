import { error } from '@sveltejs/kit';
import { ActionForEditing } from '$lib/actions/documents';
import { run } from '$lib/api/client';
import { EditableProgrammes } from '$lib/programmes/documents';

export async function load({ parent, params }) {
	await parent();
	const [{ action }, { programmes }] = await Promise.all([
		run(ActionForEditing, { id: params.id }),
		run(EditableProgrammes),
	]);
	if (!action) error(404, { message: '', code: 'NOT_FOUND' });
	return { action, programmes: programmes.edges.map(({ node }) => node) };
}
