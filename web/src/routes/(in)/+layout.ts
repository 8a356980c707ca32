import { redirect } from '@sveltejs/kit';
import { session } from '$lib/session.svelte';

// Pages for who is signed in.
export async function load({ parent, url }) {
	const { failure } = await parent();
	if (!session.viewer && !failure)
		redirect(307, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
}
