import { session } from '$lib/session.svelte';

// A static page that the browser fills: nothing is rendered on the server.
export const ssr = false;

export async function load({ depends }) {
	depends('app:session');
	await session.start();
}
