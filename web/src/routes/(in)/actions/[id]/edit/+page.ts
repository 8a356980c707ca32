import { error } from '@sveltejs/kit';
import { ActionForEditing } from '$lib/actions/documents';
import { Choices } from '$lib/actions/further';
import { run } from '$lib/api/client';
import type { PageLoadEvent } from './$types';

export async function load({ parent, params, depends }: PageLoadEvent) {
	depends('app:action');
	await parent();
	const [{ action, themes }, choices] = await Promise.all([
		run(ActionForEditing, { id: params.id }),
		run(Choices),
	]);
	if (!action?.viewerMayEdit) error(404, { message: '', code: 'NOT_FOUND' });
	return { action, themes, ...choices };
}
