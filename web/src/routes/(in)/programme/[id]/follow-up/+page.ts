import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { Rounds } from '$lib/followup/documents';

export async function load({ parent, params, depends }) {
	depends('app:rounds');
	await parent();
	const { programme, rounds } = await run(Rounds, { id: params.id, after: null });
	if (!programme?.viewerMayEdit) error(404, { message: '', code: 'NOT_FOUND' });
	return { programme, rounds };
}
