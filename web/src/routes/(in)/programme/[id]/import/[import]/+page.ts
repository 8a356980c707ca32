import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { ActionImportQuery } from '$lib/imports/documents';

export async function load({ parent, params }) {
	await parent();
	const variables = { id: params.import, after: null };
	const [open, all] = await Promise.all([
		run(ActionImportQuery, { ...variables, onlyOpen: true }),
		run(ActionImportQuery, { ...variables, onlyOpen: false }),
	]);
	if (!open.actionImport || !all.actionImport) error(404, { message: '', code: 'NOT_FOUND' });
	return { open: open.actionImport, all: all.actionImport };
}
