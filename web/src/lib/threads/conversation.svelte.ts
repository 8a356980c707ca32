// One open conversation: its messages in order, what this person has written and the server not yet has, who is here.
//
// Nothing lost, nothing twice: events are numbered, and after a lost connection the subscription asks from the last number
// seen. An own message keeps the clientId it was written with through every attempt, so the server posts it once.

import { ApiError, run } from '$lib/api/client';
import { subscribe } from '$lib/api/live';
import { connection } from '$lib/connection.svelte';
import { i18n, t, toApi } from '$lib/i18n/i18n.svelte';
import { keptAt } from '$lib/keep';
import { session } from '$lib/session.svelte';
import {
	EditMessage,
	MarkThreadRead,
	OlderMessages,
	PostMessage,
	RemoveMessage,
	SetTyping,
	ThreadEvents,
	ThreadPresence,
	type Message,
	type Presence,
	type Thread,
	type ThreadEvent,
} from './documents';

/** A message that the server has not confirmed. */
export interface Unsent {
	clientId: string;
	body: string;
	replyToId: string | null;
	/** Why the server refused it, when it did. Without: it goes out by itself as soon as there is a connection. */
	refused?: string;
}

/** How often "is writing" is repeated while somebody writes: the server forgets it after a few seconds. */
const TYPING_EVERY = 3000;
const READ_AFTER = 400;

export class Conversation {
	readonly thread: Thread;
	messages = $state.raw<Message[]>([]);
	hasOlder = $state(false);
	unsent = $state<Unsent[]>([]);
	presence = $state.raw<Presence>({ present: 0, people: [], typing: [] });
	/** The newest message of somebody else, for those who hear the page instead of seeing it. */
	heard = $state.raw<Message>();
	/** Set when the server refuses to send more: signed out, or no longer a member. */
	ended = $state<string>();
	/** What had been read when the conversation was opened. */
	readonly readBefore: number | null;

	#before: string | null = null;
	#seen = 0;
	#read: number;
	#stop: (() => void)[] = [];
	#sending = false;
	#typingAt = 0;
	#readTimer: ReturnType<typeof setTimeout> | undefined;
	/** Told of each new message that comes in or goes out, so that the page can follow. */
	#arrived: (message: Message) => void;

	constructor(thread: Thread, arrived: (message: Message) => void) {
		this.thread = thread;
		this.#arrived = arrived;
		this.readBefore = thread.viewerReadSeq;
		this.#read = thread.viewerReadSeq ?? 0;
		this.messages = thread.messages.edges.map(({ node }) => node);
		this.hasOlder = thread.messages.pageInfo.hasPreviousPage;
		this.#before = thread.messages.pageInfo.startCursor;
		// From the last message that we hold, not from thread.lastSeq: whichever was read first, no event falls between.
		this.#seen = this.messages.at(-1)?.seq ?? 0;
		this.unsent = this.#kept();
	}

	/** Begins to listen. Gives what ends it. */
	open(): () => void {
		const threadId = this.thread.id;
		const seen = () => this.#seen;
		const failed = (code: string) => {
			// The journal begins later than our last number, or a newer server counts anew: what we show is loaded again.
			if (code === 'RESYNC') location.reload();
			else this.ended = code === 'UNAUTHENTICATED' ? t('thread-ended-signed-out') : t('thread-ended');
		};
		this.#stop = [
			subscribe(
				ThreadEvents,
				{
					threadId,
					// Read at each attempt: the place to resume from.
					get after() {
						return seen();
					},
				},
				({ threadEvents }) => this.#apply(threadEvents),
				failed,
			),
			subscribe(
				ThreadPresence,
				{ threadId },
				({ threadPresence }) => (this.presence = threadPresence),
				failed,
			),
		];
		void this.flush();
		return () => {
			for (const stop of this.#stop) stop();
			clearTimeout(this.#readTimer);
		};
	}

	/** Posts a message. It stands among the unsent until the server has it, also over a reload of the page. */
	post(body: string, replyToId: string | null) {
		this.unsent.push({ clientId: uuid(), body, replyToId });
		this.#keep();
		this.#typingAt = 0;
		void this.flush();
	}

	/** Sends what is unsent, in order. Called again whenever the connection is back. */
	async flush() {
		if (this.#sending) return;
		this.#sending = true;
		try {
			for (;;) {
				const next = this.unsent.find(({ refused }) => refused === undefined);
				if (!next) return;
				const { clientId, body, replyToId } = next;
				const language = toApi(i18n.language ?? 'sv');
				const input = { threadId: this.thread.id, clientId, body, replyToId, language };
				const { postMessage } = await run(PostMessage, { input });
				this.discard(clientId);
				this.#put(postMessage.message);
			}
		} catch (error) {
			// Offline: it waits for the connection. Anything else is the message's own fault, and the next may go.
			if (!(error instanceof ApiError) || error.code === 'OFFLINE') return;
			const next = this.unsent.find(({ refused }) => refused === undefined);
			if (next) next.refused = error.message;
			this.#keep();
		} finally {
			this.#sending = false;
		}
		void this.flush();
	}

	/** Tries a refused message once more. */
	retry(clientId: string) {
		for (const each of this.unsent) if (each.clientId === clientId) delete each.refused;
		void this.flush();
	}

	discard(clientId: string) {
		this.unsent = this.unsent.filter((each) => each.clientId !== clientId);
		this.#keep();
	}

	async edit(id: string, body: string) {
		this.#put((await run(EditMessage, { input: { id, body } })).editMessage.message);
	}

	async remove(id: string) {
		await run(RemoveMessage, { input: { id } });
		this.#removed(id);
	}

	async loadOlder() {
		if (!this.#before) return;
		const { thread } = await run(OlderMessages, { id: this.thread.id, before: this.#before });
		if (!thread) return;
		const { edges, pageInfo } = thread.messages;
		this.messages = merge(
			edges.map(({ node }) => node),
			this.messages,
		);
		this.hasOlder = pageInfo.hasPreviousPage;
		this.#before = pageInfo.startCursor;
	}

	/** Everything down to the newest has been on the screen. */
	readAll() {
		if (this.#seen <= this.#read) return;
		clearTimeout(this.#readTimer);
		this.#readTimer = setTimeout(async () => {
			const seq = this.#seen;
			try {
				await run(MarkThreadRead, { input: { threadId: this.thread.id, seq } });
				this.#read = Math.max(this.#read, seq);
			} catch {
				// Of no weight: it is said again with the next message, or at the next visit.
			}
		}, READ_AFTER);
	}

	/** Tells the others that this person writes, or has stopped. */
	typing(writing: boolean) {
		const now = Date.now();
		if (writing ? now - this.#typingAt < TYPING_EVERY : !this.#typingAt) return;
		this.#typingAt = writing ? now : 0;
		if (connection.state === 'lost') return;
		run(SetTyping, { input: { threadId: this.thread.id, typing: writing } }).catch(() => {});
	}

	#apply(event: ThreadEvent) {
		if (event.seq <= this.#seen) return;
		this.#seen = event.seq;
		if (event.__typename === 'MessageRemoved') this.#removed(event.messageId);
		else if (event.__typename === 'MessageEdited') this.#put(event.message);
		else if (event.__typename === 'MessagePosted') {
			const mine = event.message.author?.id === session.viewer?.id;
			if (!mine) {
				this.heard = event.message;
				connection.messageCame(event.at);
			}
			this.#put(event.message);
		}
	}

	#put(message: Message) {
		const fresh = !this.messages.some(({ id }) => id === message.id);
		// A message older than the oldest we hold is not ours to show yet: it comes with its page.
		if (fresh && this.hasOlder && message.seq < (this.messages[0]?.seq ?? 0)) return;
		this.messages = merge(quoting(this.messages, message), [message]);
		if (fresh) this.#arrived(message);
	}

	#removed(id: string) {
		const gone = this.messages.find((each) => each.id === id);
		if (gone) this.messages = merge(this.messages, [{ ...gone, body: '', removed: true }]);
		this.messages = quoting(this.messages, { id, body: '', removed: true });
	}

	get #key() {
		return keptAt('unsent', this.thread.id);
	}

	#keep() {
		if (this.unsent.length) localStorage.setItem(this.#key, JSON.stringify(this.unsent));
		else localStorage.removeItem(this.#key);
	}

	#kept(): Unsent[] {
		try {
			return JSON.parse(localStorage.getItem(this.#key) ?? '[]');
		} catch {
			return [];
		}
	}
}

/** The messages, with what the answers among them quote of one message as it is now. */
function quoting(messages: Message[], now: Pick<Message, 'id' | 'body' | 'removed'>): Message[] {
	return messages.map((each) =>
		each.replyTo?.id === now.id
			? { ...each, replyTo: { ...each.replyTo, body: now.body, removed: now.removed } }
			: each,
	);
}

/** Both lists in the order of the journal, each message once and as it is in the later list. */
function merge(earlier: Message[], later: Message[]): Message[] {
	const byId = new Map([...earlier, ...later].map((message) => [message.id, message]));
	return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

/** crypto.randomUUID is missing where a page is not served over HTTPS, as on a test server in the own network. */
function uuid(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
