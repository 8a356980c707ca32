import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { RoundChanges } from '$lib/followup/documents';

export async function load({ parent, params, url }) {
	await parent();
	const asked = url.searchParams.get('with') === 'now' ? 'NOW' : 'ROUND_BEFORE';
	const { round } = await run(RoundChanges, { id: params.round, with: asked });
	if (!round || round.programme?.id !== params.id) error(404, { message: '', code: 'NOT_FOUND' });
	return { round, compared: asked as 'NOW' | 'ROUND_BEFORE' };
}
