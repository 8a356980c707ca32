import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { NetworkMembers, NetworkQuery } from '$lib/networks/documents';

export async function load({ parent, params, depends }) {
	depends('app:network');
	await parent();
	const [{ network, actions }, first] = await Promise.all([
		run(NetworkQuery, { slug: params.slug }),
		run(NetworkMembers, { slug: params.slug, after: null }),
	]);
	if (!network) error(404, { message: '', code: 'NOT_FOUND' });
	return { network, actions, members: first.network?.members };
}
