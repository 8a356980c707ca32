import { run } from '$lib/api/client';
import { orBefore } from '$lib/refresh';
import { MyThreads } from '$lib/threads/documents';

export async function load({ parent, depends }) {
	depends('app:threads');
	await parent();
	const { viewer } = await orBefore('threads', () => run(MyThreads, { first: 30 }));
	return { memberships: viewer?.memberships ?? [] };
}
