import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { NetworkManagement, NetworkMembers } from '$lib/networks/documents';

export async function load({ parent, params, depends }) {
	depends('app:network');
	await parent();
	const [{ network }, first] = await Promise.all([
		run(NetworkManagement, { slug: params.slug }),
		run(NetworkMembers, { slug: params.slug, after: null }),
	]);
	if (network?.viewerRole !== 'COORDINATOR' || !first.network) error(404, { message: '', code: 'NOT_FOUND' });
	return { network, members: first.network.members };
}
