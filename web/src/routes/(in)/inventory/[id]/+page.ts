import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { InventoryQuery } from '$lib/inventory/documents';

export async function load({ parent, params }) {
	await parent();
	const { inventory } = await run(InventoryQuery, { id: params.id });
	if (!inventory) error(404, { message: '', code: 'NOT_FOUND' });
	return { inventory };
}
