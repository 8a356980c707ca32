// A responsible person's form, by a mail's link or as a member's own.

import { followUp } from '$lib/api/client';
import type { Language } from '$lib/i18n/i18n.svelte';
import type { Keeper, Question } from './answering.svelte';

export type Key = { token: string } | { form: string };

export interface Form {
	name: string;
	language: Language;
	organisation: string;
	programme: string;
	round: string;
	kind: 'YEAR' | 'HALF_YEAR' | 'REVIEW';
	message: string | null;
	due: string;
	closed: boolean;
	entries: Question[];
}

export const openForm = (key: Key) => followUp<Form>('form', key);

export function keeperOf(key: Key): Keeper {
	return {
		save: (itemId, revision, words) => followUp('answer', { ...key, itemId, revision, ...words }),
		again: async (itemId) => (await openForm(key)).entries.find((entry) => entry.itemId === itemId),
	};
}
