import { redirect } from '@sveltejs/kit';
import { session } from '$lib/session.svelte';

// Pages for who is signed in.
export async function load({ parent, url }) {
	const { failure } = await parent();
	if (session.viewer || failure) return;
	// A load is not told of what comes after #: which message a mail's link means.
	redirect(307, `/sign-in?next=${encodeURIComponent(url.pathname + url.search + location.hash)}`);
}
