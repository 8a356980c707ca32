import { ApiError } from '$lib/api/client';
import { openForm } from '$lib/followup/form';

// Without an account: the link's secret stands behind the #. A member's own form is named instead.
export async function load({ parent, url, depends }) {
	depends('app:form');
	const { failure } = await parent();
	const token = url.hash.slice(1);
	const own = url.searchParams.get('form');
	const key = token ? { token } : { form: own ?? '' };
	if (failure) return { key, form: null };
	try {
		return { key, form: await openForm(key) };
	} catch (error) {
		if (error instanceof ApiError && error.code !== 'OFFLINE')
			return { key, form: null, message: error.message };
		throw error;
	}
}
