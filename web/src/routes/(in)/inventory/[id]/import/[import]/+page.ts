import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { EmissionImportQuery } from '$lib/inventory/documents';

export async function load({ parent, params }) {
	await parent();
	const { emissionImport } = await run(EmissionImportQuery, { id: params.import });
	if (!emissionImport) error(404, { message: '', code: 'NOT_FOUND' });
	return { emissionImport };
}
