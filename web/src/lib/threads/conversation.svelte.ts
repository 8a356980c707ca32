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
	SetPinned,
	SetReaction,
	SetTyping,
	ThreadEvents,
	ThreadNow,
	ThreadPresence,
	type Message,
	type Pinned,
	type Presence,
	type ReactionKind,
	type Shared,
	type Standing,
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
	/** Open or closed, what is pinned, what the viewer may do. */
	standing = $state.raw<Standing>()!;
	/** The newest message of somebody else, for those who hear the page instead of seeing it. */
	heard = $state.raw<Shared>();
	/** Set when the server refuses to send more: signed out, or no longer a member. */
	ended = $state<string>();
	/** What had been read when the conversation was opened. */
	readonly readBefore: number | null;

	#before: string | null = null;
	#seen = 0;
	#read: number;
	/** Ends the listening to events, and to who is here. */
	#stop: (() => void)[] = [];
	#over = $state(false);
	#outbox = theOutbox();
	#typingAt = 0;
	#readTimer: ReturnType<typeof setTimeout> | undefined;
	/** Told of each new message that comes in or goes out, so that the page can follow. */
	#arrived: (message: Message) => void;

	constructor(thread: Thread, arrived: (message: Message) => void) {
		this.thread = thread;
		this.standing = thread;
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
		this.#listen();
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

	#listen() {
		for (const stop of this.#stop) stop();
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
				// A closed conversation has no more events: who looks at it again asks whether it still is.
				() => (this.#over = true),
			),
			subscribe(
				ThreadPresence,
				{ threadId },
				({ threadPresence }) => (this.presence = threadPresence),
				failed,
			),
		];
	}

	/** Asks how the thread stands. Called when it may have changed without an event. */
	async lookAgain() {
		const { thread } = await run(ThreadNow, { id: this.thread.id });
		if (thread) this.stand(thread);
	}

	/** Takes over how the thread stands now, and listens again where it had ended. */
	stand(standing: Standing) {
		this.standing = standing;
		if (!this.#over || standing.closedAt) return;
		this.#over = false;
		this.#listen();
	}

	/** Whether events have ended because the conversation was closed. */
	get over() {
		return this.#over;
	}

	/** What of it the server does not have. */
	get unsent() {
		return this.#outbox.items.filter(({ threadId }) => threadId === this.thread.id);
	}

	/** Posts a message. It stands among the unsent until the server has it. */
	post(body: string, replyToId: string | null, language: ApiLanguage) {
		this.#typingAt = 0;
		const { id: threadId, subject } = this.thread;
		this.#outbox.add({ threadId, subject, body, replyToId, language });
	}

	/** Replaces the words of `writtenAt`, not what has been made of them meanwhile. */
	async edit(id: string, body: string, language: ApiLanguage, writtenAt: string | undefined) {
		const input = { id, body, language, writtenAt: writtenAt ?? null };
		this.#put((await run(EditMessage, { input })).editMessage.message);
	}

	async react(messageId: string, kind: ReactionKind, on: boolean) {
		const { setReaction } = await run(SetReaction, { input: { messageId, kind, on } });
		this.#put(setReaction.message);
	}

	async pin(messageId: string, pinned: boolean) {
		const { message } = (await run(SetPinned, { input: { messageId, pinned } })).setPinned;
		this.#put(message);
		this.#pinned(message);
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

	/** Loads older messages until this one is there, if it is one of this thread's. */
	async reach(seq: number) {
		while (this.#before && seq < (this.messages[0]?.seq ?? 0)) await this.loadOlder();
		return this.messages.find((message) => message.seq === seq);
	}

	/** Everything down to the newest has been on the screen. */
	readAll() {
		this.#readTo(this.#seen);
	}

	/** One message has been looked at, come to by a link. What lies unread before it stays unread, and so does it then. */
	readOne({ seq }: Message) {
		const me = session.viewer?.id;
		if (this.hasOlder && (this.messages[0]?.seq ?? 0) > this.#read + 1) return;
		const skipped = this.messages.some(
			(each) => each.seq > this.#read && each.seq < seq && !each.removed && each.author?.id !== me,
		);
		if (!skipped) this.#readTo(seq);
	}

	#readTo(seq: number) {
		if (seq <= this.#read) return;
		clearTimeout(this.#readTimer);
		this.#readTimer = setTimeout(async () => {
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
		switch (event.__typename) {
			case 'MessageRemoved':
				return this.#removed(event.messageId);
			case 'MessagePosted':
				if (event.message.author?.id !== session.viewer?.id) {
					this.heard = event.message;
					connection.messageCame(event.at);
				}
				return this.#put(event.message);
			case 'MessageEdited':
			case 'MessageReacted':
				return this.#put(event.message);
			case 'MessagePinned':
				this.#put(event.message);
				return this.#pinned(event.message);
			case 'ThreadClosed':
			case 'ThreadReopened':
				// What the viewer may do now is theirs alone, and no event carries it.
				this.lookAgain().catch(() => {});
		}
	}

	#put(shared: Shared) {
		const held = this.messages.find(({ id }) => id === shared.id);
		// A message older than the oldest we hold is not ours to show yet: it comes with its page.
		if (!held && this.hasOlder && shared.seq < (this.messages[0]?.seq ?? 0)) return;
		const message = { viewerReactions: own(shared, held), ...shared };
		const answered = this.messages.some(({ replyTo }) => replyTo?.id === message.id);
		if (answered) this.messages = quoting(this.messages, message.id, textOf(message.html), message.removed);
		this.messages = merge(this.messages, [message]);
		if (!held) this.#arrived(message);
	}

	#removed(id: string) {
		this.standing = { ...this.standing, pinned: this.standing.pinned.filter((each) => each.id !== id) };
		const gone = this.messages.find((each) => each.id === id);
		if (gone) this.messages = merge(this.messages, [{ ...gone, ...EMPTY }]);
		// Answers may stand here although what they answer is further up.
		this.messages = quoting(this.messages, id, '', true);
	}

	#pinned(message: Pinned) {
		const others = this.standing.pinned.filter(({ id }) => id !== message.id);
		this.standing = { ...this.standing, pinned: message.pinned ? [...others, message] : others };
	}
}

/** What is left of a removed message. */
const EMPTY = { html: '', removed: true, pinned: false, reactions: [], terms: [], actionIds: [] };

/** What the viewer has chosen, as far as an event tells: it says the same to everybody, and names the first twenty. */
function own({ reactions }: Shared, held: Message | undefined): ReactionKind[] {
	return reactions
		.filter(({ kind, count, people }) =>
			people.length === count || !held
				? people.some(({ id }) => id === session.viewer?.id)
				: held.viewerReactions.includes(kind),
		)
		.map(({ kind }) => kind);
}

/** The messages, with what the answers among them quote of one message as it is now. */
function quoting(messages: Message[], id: string, text: string, removed: boolean): Message[] {
	return messages.map((each) =>
		each.replyTo?.id === id ? { ...each, replyTo: { ...each.replyTo, text, removed } } : each,
	);
}

function textOf(html: string): string {
	return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

/** Both lists in the order of the journal, each message once and as it is in the later list. */
function merge(earlier: Message[], later: Message[]): Message[] {
	const byId = new Map([...earlier, ...later].map((message) => [message.id, message]));
	return [...byId.values()].sort((a, b) => a.seq - b.seq);
}
