// What a person has written and the server does not have: kept in the browser until it does, over reloads, lost connections
// and an expired sign-in, and sent in the order it was written in.
//
// It is the person's own: it lies under their id, and before anything goes out the server is asked whether it is still they
// who are signed in. A message keeps its clientId through every attempt, so the server posts it once, also when two windows
// try at the same time.

import { ApiError, run } from '$lib/api/client';
import type { ApiLanguage } from '$lib/i18n/i18n.svelte';
import { keptAt } from '$lib/keep';
import { ViewerId } from '$lib/people/documents';
import { session } from '$lib/session.svelte';
import { PostMessage, type Message } from './documents';

/** A message that the server has not confirmed. */
export interface Unsent {
	clientId: string;
	threadId: string;
	/** Of the thread: what was kept by an earlier version lacks it. */
	subject?: string;
	body: string;
	replyToId: string | null;
	language: ApiLanguage;
	/** Why the server refused it, when it did. Without: it goes out by itself as soon as there is a connection. */
	refused?: string;
	/** It mentions everybody, who are so many people: it waits for the writer to say that this is meant. */
	asks?: number;
	/** They have said so. */
	confirmed?: boolean;
}

/** Whether it will not go by itself. */
export const stuck = ({ refused, asks }: Unsent) => refused !== undefined || asks !== undefined;

/** When the server cannot be reached, or cannot take it just now. */
const AGAIN_AFTER = 5000;

class Outbox {
	items = $state.raw<Unsent[]>([]);
	/** Nobody, or somebody else, is signed in: it waits for its writer. */
	signedOut = $state(false);
	/** Told of what was posted. */
	posted: ((message: Message, threadId: string) => void) | undefined;
	#sending: Promise<void> | undefined;
	/** Whether something was added since the last look, while it is being sent. */
	#asked = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #key = keptAt('unsent', 'all');

	constructor() {
		this.#read();
		// Another window of the same person has written or sent.
		addEventListener('storage', ({ key }) => {
			if (key === this.#key) this.#read();
		});
	}

	add(message: Omit<Unsent, 'clientId'>) {
		this.#change((items) => [...items, { ...message, clientId: uuid() }]);
		void this.flush();
	}

	/** Sends what can be sent. Called again whenever there is a reason to think that it works now. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#sending) this.#asked = true;
		return (this.#sending ??= this.#alone().finally(() => {
			this.#sending = undefined;
			if (this.#asked) void this.flush();
			this.#asked = false;
		}));
	}

	/** Tries a refused message once more. */
	retry(clientId: string) {
		this.#set(clientId, { refused: undefined });
		void this.flush();
	}

	/** It is meant for everybody. */
	confirm(clientId: string) {
		this.#set(clientId, { asks: undefined, confirmed: true });
		void this.flush();
	}

	discard(clientId: string) {
		this.#change((items) => items.filter((each) => each.clientId !== clientId));
	}

	/** One window sends at a time where the browser can see to that: the order is then that of the writing. */
	async #alone(): Promise<void> {
		// Only where the page is served over HTTPS.
		const locks = navigator.locks as LockManager | undefined;
		await (locks ? locks.request(this.#key, () => this.#send()) : this.#send());
	}

	async #send() {
		let known = false;
		for (;;) {
			this.#read();
			const next = this.items.find((item) => !stuck(item));
			if (!next) return;
			try {
				if (!known) {
					const { viewer } = await run(ViewerId);
					this.signedOut = viewer?.id !== session.viewer?.id;
					if (this.signedOut) return;
					known = true;
				}
				const { clientId, threadId, body, replyToId, language, confirmed } = next;
				const { postMessage } = await run(PostMessage, {
					input: { clientId, threadId, body, replyToId, language, confirmEverybody: confirmed ?? null },
				});
				this.discard(clientId);
				this.posted?.(postMessage.message, threadId);
			} catch (error) {
				if (!(error instanceof ApiError)) throw error;
				if (!this.#bear(next, error)) return;
			}
		}
	}

	/** What a failed attempt means for a message. False: nothing more goes out for now. */
	#bear(message: Unsent, { code, field, message: reason, args }: ApiError): boolean {
		switch (code) {
			case 'UNAUTHENTICATED':
				this.signedOut = true;
				return false;
			case 'OFFLINE':
			case 'UNAVAILABLE':
			case 'RATE_LIMITED': {
				const after = Number(args.retryAfter) * 1000 || AGAIN_AFTER;
				this.#timer = setTimeout(() => void this.flush(), after);
				return false;
			}
			default:
				// Its own fault: the next one may go.
				this.#set(
					message.clientId,
					field === 'confirmEverybody' ? { asks: Number(args.people) } : { refused: reason },
				);
				return true;
		}
	}

	#set(clientId: string, change: Partial<Unsent>) {
		this.#change((items) =>
			items.map((each) => (each.clientId === clientId ? { ...each, ...change } : each)),
		);
	}

	/** From what is kept, not from what is shown: another window may have changed it since. */
	#change(change: (items: Unsent[]) => Unsent[]) {
		this.#read();
		this.items = change(this.items);
		if (this.items.length) localStorage.setItem(this.#key, JSON.stringify(this.items));
		else localStorage.removeItem(this.#key);
	}

	#read() {
		try {
			this.items = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
		} catch {
			this.items = [];
		}
	}
}

// A visit has one person: whoever signs in gets a whole new page.
let outbox: Outbox | undefined;
export const theOutbox = () => (outbox ??= new Outbox());

/** crypto.randomUUID is missing where a page is not served over HTTPS, as on a test server in the own network. */
function uuid(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
