import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { FamilyQuery } from '$lib/family/documents';
import { session } from '$lib/session.svelte';

export async function load({ parent, params }) {
	await parent();
	const currency = session.viewer?.organisation.country === 'NO' ? 'NOK' : 'SEK';
	const { action } = await run(FamilyQuery, { id: params.id, currency });
	if (!action) error(404, { message: '', code: 'NOT_FOUND' });
	return { action, currency };
}
