import { session } from '$lib/session.svelte';

// A static page that the browser fills: nothing is rendered on the server.
export const ssr = false;

export async function load({ depends }) {
	depends('app:session');
	try {
		await session.start();
		return { failure: null };
	} catch (failure) {
		// Not thrown: without this layout there is no page to show it on.
		return { failure };
	}
}
