import { run } from '$lib/api/client';
import { NetworkList } from '$lib/networks/documents';

export async function load({ parent }) {
	await parent();
	return run(NetworkList, { after: null });
}
