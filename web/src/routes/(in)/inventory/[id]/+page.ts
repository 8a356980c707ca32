import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { goalPaths, GoalPathQuery, InventoryQuery } from '$lib/inventory/documents';

export async function load({ parent, params }) {
	await parent();
	const [{ inventory }, programmes] = await Promise.all([
		run(InventoryQuery, { id: params.id }),
		run(GoalPathQuery, { organisationId: params.id }),
	]);
	if (!inventory) error(404, { message: '', code: 'NOT_FOUND' });
	return { inventory, paths: goalPaths(programmes) };
}
