import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { RoundChanges } from '$lib/followup/documents';

export async function load({ parent, params, url }) {
	await parent();
	let asked: 'NOW' | 'ROUND_BEFORE' = url.searchParams.get('with') === 'now' ? 'NOW' : 'ROUND_BEFORE';
	let { round } = await run(RoundChanges, { id: params.round, with: asked });
	// The first of its kind has nothing before it: what has become of it since says more than nothing.
	if (round && !round.before && round.closedAt && asked !== 'NOW') {
		asked = 'NOW';
		({ round } = await run(RoundChanges, { id: params.round, with: asked }));
	}
	if (!round || round.programme?.id !== params.id) error(404, { message: '', code: 'NOT_FOUND' });
	return { round, compared: asked };
}
