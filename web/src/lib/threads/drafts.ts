// What somebody has begun to write and not sent: kept in the browser as it is typed, until it is sent or dropped.

import { i18n, toApi, type ApiLanguage } from '$lib/i18n/i18n.svelte';
import { keptAt } from '$lib/keep';
import type { Unsent } from './outbox.svelte';

/** A text and where it belongs. */
export interface Draft {
	body: string;
	language: ApiLanguage;
	threadId: string;
	/** Of the thread: it is shown where the thread no longer is. */
	subject: string;
	/** What it answers. */
	replyTo?: Answered;
	/** When the words were written that it is to replace. */
	writtenAt?: string;
}

/** As much of a message as an answer to it shows while it is written. */
export interface Answered {
	id: string;
	author: { name: string } | null;
}

/** `draft`: a message to a thread, by the thread's id. `edit`: a change to a message, by the message's. */
type What = 'draft' | 'edit';

interface Place {
	what: What;
	id: string;
}

export function keep(what: What, id: string, draft: Draft) {
	localStorage.setItem(keptAt(what, id), JSON.stringify(draft));
}

export function forget({ what, id }: Place) {
	localStorage.removeItem(keptAt(what, id));
}

export function kept(what: What, id: string): (Draft & Place) | undefined {
	const text = localStorage.getItem(keptAt(what, id));
	if (text === null) return;
	let draft: Partial<Draft> | undefined;
	try {
		draft = JSON.parse(text);
	} catch {
		// An earlier version kept the text alone.
	}
	const read = typeof draft?.body === 'string' ? draft : { body: text };
	return {
		language: toApi(i18n.language ?? 'sv'),
		threadId: id,
		subject: '',
		...read,
		body: read.body!,
		what,
		id,
	};
}

/** All that this person has begun. */
export function drafts() {
	return (['draft', 'edit'] as const).flatMap((what) => {
		const start = keptAt(what, '');
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(start))
			.flatMap((key) => kept(what, key.slice(start.length)) ?? []);
	});
}

/** What has no field any more, to stand among what is not sent. */
export function left(draft: Draft & Place): Unsent & { left: Place } {
	return { ...draft, clientId: `${draft.what} ${draft.id}`, replyToId: null, left: draft };
}
