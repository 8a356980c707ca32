import { run } from '$lib/api/client';
import { MyThreads } from '$lib/threads/documents';

export async function load({ parent, depends }) {
	depends('app:threads');
	await parent();
	const { viewer } = await run(MyThreads, { first: 30 });
	return { memberships: viewer?.memberships ?? [] };
}
