import { ApiError, followUp } from '$lib/api/client';
import type { Language } from '$lib/i18n/i18n.svelte';

export interface SharedReport {
	organisation: string;
	programme: string;
	round: string;
	closed: boolean;
	language: Language;
	title: string;
	done: string;
	drivers: string;
	decision: string;
	editedAt: string;
}

// For whoever has the link: its secret stands behind the #.
export async function load({ parent, url, depends }) {
	depends('app:report');
	const { failure } = await parent();
	if (failure) return { report: null };
	try {
		return { report: await followUp<SharedReport>('report', { token: url.hash.slice(1) }) };
	} catch (error) {
		if (error instanceof ApiError && error.code !== 'OFFLINE')
			return { report: null, message: error.message };
		throw error;
	}
}
