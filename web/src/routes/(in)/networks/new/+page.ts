import { run } from '$lib/api/client';
import { MayCreateNetwork } from '$lib/networks/documents';

export async function load({ parent }) {
	await parent();
	return run(MayCreateNetwork);
}
