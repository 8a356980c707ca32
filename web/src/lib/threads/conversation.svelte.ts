// One open conversation: its messages in order, who is here. What this person has written and the server does not yet have is
// in outbox.svelte.ts.
//
// Nothing lost, nothing twice: events are numbered, and after a lost connection the subscription asks from the last number
// seen.

import { run } from '$lib/api/client';
import { subscribe } from '$lib/api/live';
import { connection } from '$lib/connection.svelte';
import { t, type ApiLanguage } from '$lib/i18n/i18n.svelte';
import { session } from '$lib/session.svelte';
import {
	EditMessage,
	MarkThreadRead,
	OlderMessages,
	RemoveMessage,
	SetTyping,
	ThreadEvents,
	ThreadPresence,
	type Message,
	type Presence,
	type Thread,
	type ThreadEvent,
} from './documents';
import { theOutbox } from './outbox.svelte';

/** How often "is writing" is repeated while somebody writes: the server forgets it after a few seconds. */
const TYPING_EVERY = 3000;
const READ_AFTER = 400;

export class Conversation {
	readonly thread: Thread;
	messages = $state.raw<Message[]>([]);
	hasOlder = $state(false);
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
	#outbox = theOutbox();
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
		const posted = (message: Message, threadId: string) => {
			if (threadId === this.thread.id) this.#put(message);
		};
		this.#outbox.posted = posted;
		return () => {
			// The next conversation may have begun already.
			if (this.#outbox.posted === posted) this.#outbox.posted = undefined;
			for (const stop of this.#stop) stop();
			clearTimeout(this.#readTimer);
		};
	}

	/** What of it the server does not have. */
	get unsent() {
		return this.#outbox.items.filter(({ threadId }) => threadId === this.thread.id);
	}

	/** Posts a message. It stands among the unsent until the server has it. */
	post(body: string, replyToId: string | null, language: ApiLanguage) {
		this.#typingAt = 0;
		this.#outbox.add({ threadId: this.thread.id, body, replyToId, language });
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
