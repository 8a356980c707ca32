import type { HandleClientError } from '@sveltejs/kit';
import { ApiError } from '$lib/api/client';
import { connection } from '$lib/connection.svelte';
import { i18n } from '$lib/i18n/i18n.svelte';

/** What the API said is already a sentence for people; anything else is a fault of ours. */
export const handleError: HandleClientError = ({ error, status }) => {
	if (error instanceof ApiError) return { message: error.message, code: error.code };
	if (status === 404) return { message: '', code: 'NOT_FOUND' };
	// A page whose code could not be fetched.
	if (connection.state === 'lost') return { message: i18n.t('app-error-offline'), code: 'OFFLINE' };
	console.error(error);
	return { message: i18n.t('app-error-unknown'), code: 'INTERNAL' };
};
