import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { i18n } from '$lib/i18n/i18n.svelte';
import { ThreadQuery } from '$lib/threads/documents';

export async function load({ parent, params }) {
	await parent();
	const { thread } = await run(ThreadQuery, { id: params.id });
	if (!thread) error(404, { message: '', code: 'NOT_FOUND' });
	return { thread, language: i18n.language };
}
