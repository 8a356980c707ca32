import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { ValueImportQuery } from '$lib/programmes/incoming';

export async function load({ parent, params }) {
	await parent();
	const { valueImport } = await run(ValueImportQuery, { id: params.import });
	if (!valueImport) error(404, { message: '', code: 'NOT_FOUND' });
	return { valueImport };
}
