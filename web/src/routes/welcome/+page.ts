import { ApiError, auth } from '$lib/api/client';

interface Look {
	purpose: 'sign_in' | 'sign_up' | 'invitation' | 'founder';
	email?: string;
	name?: string;
	network?: { slug: string; name: string };
	organisation?: { id: string; name: string };
	needsProfile: boolean;
}

// Looks at the link without spending it: mail scanners follow links, only a button spends one.
export async function load({ parent, url }) {
	await parent();
	const token = url.hash.slice(1);
	try {
		return { token, look: await auth<Look>('link/look', { token }) };
	} catch (error) {
		if (error instanceof ApiError && error.code !== 'OFFLINE')
			return { token, look: null, message: error.message };
		throw error;
	}
}
