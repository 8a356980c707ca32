import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { RoundQuery } from '$lib/followup/documents';

export async function load({ parent, params, depends }) {
	depends('app:round');
	await parent();
	const { round } = await run(RoundQuery, { id: params.round });
	if (!round || round.programme?.id !== params.id) error(404, { message: '', code: 'NOT_FOUND' });
	return { round };
}
