import { error } from '@sveltejs/kit';
import { ActionQuery } from '$lib/actions/documents';
import { run } from '$lib/api/client';
import { session } from '$lib/session.svelte';

export async function load({ parent, params, depends }) {
	depends('app:action');
	await parent();
	// What it costs where the reader works; who is not signed in sees the amount as written.
	const currency = session.viewer?.organisation.country === 'NO' ? 'NOK' : 'SEK';
	const { action } = await run(ActionQuery, { id: params.id, currency });
	if (!action) error(404, { message: '', code: 'NOT_FOUND' });
	return { action };
}
