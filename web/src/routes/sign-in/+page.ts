import { options } from '$lib/session.svelte';

export async function load({ parent }) {
	await parent();
	return { options: await options() };
}
