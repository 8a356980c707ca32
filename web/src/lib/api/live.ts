// Pushed updates: subscriptions that last through any number of lost connections, on whichever way the network lets through.
//
// The first way is one WebSocket for the whole client (socket.ts). Where something between us and the server stops it, each
// subscription moves to a stream of its own over HTTP (stream.ts), and the socket is tried again later. Both ways are loaded
// when they are needed. A subscription asks for what comes after the last number it has seen, so moving loses and repeats
// nothing.

import type { TadaDocumentNode } from 'gql.tada';
import { connection } from '$lib/connection.svelte';

/** What is sent. `variables` may hold getters: it is read again at each attempt, to resume from where one is. */
export interface Request {
	query: string;
	variables: Record<string, unknown>;
}

export interface Sink {
	next(data: unknown): void;
	/** The server refuses for good, with one of the API's ErrorCode. */
	refused(code: string): void;
	/** The server has said all that there is to say. */
	complete(): void;
}

/** Begins one subscription; gives what ends it. */
export type Transport = (request: Request, sink: Sink) => () => void;

interface Subscription {
	request: Request;
	sink: Sink;
	detach: () => void;
}

/** Set while the socket is known to be stopped, so that the next page of this tab need not find out again. */
const STOPPED = 'samverk.socket-stopped';
const SOCKET_AGAIN_AFTER = 10 * 60_000;
const LOAD_AGAIN_AFTER = 2000;

const open = new Set<Subscription>();
let way: 'socket' | 'stream' = sessionStorage.getItem(STOPPED) ? 'stream' : 'socket';
let timer: ReturnType<typeof setTimeout> | undefined;
if (way === 'stream') trySocketLater();

/**
 * Subscribes until the returned function is called. `failed` is told when the server refuses for good, `ended` when it has
 * no more to say.
 */
export function subscribe<Result, Variables>(
	document: TadaDocumentNode<Result, Variables>,
	variables: Variables,
	next: (data: Result) => void,
	failed: (code: string) => void,
	ended?: () => void,
): () => void {
	const close = () => {
		if (!open.delete(subscription)) return;
		subscription.detach();
		if (!open.size) connection.updatesUnneeded();
	};
	const subscription: Subscription = {
		request: {
			query: document as unknown as string,
			variables: variables as Record<string, unknown>,
		},
		sink: {
			next: (data) => next(data as Result),
			refused: (code) => {
				close();
				failed(code);
			},
			complete: () => {
				close();
				ended?.();
			},
		},
		detach: () => {},
	};
	open.add(subscription);
	attach(subscription);
	return close;
}

/** Asks for everything anew: the language of what comes has changed. */
export function renew() {
	if (way === 'socket') void import('./socket').then(({ reopen }) => reopen());
	else attachAll();
}

function attachAll() {
	for (const subscription of open) {
		subscription.detach();
		attach(subscription);
	}
}

/** Gives a subscription to the way that is in use. What its former way still says is not heard. */
function attach(subscription: Subscription) {
	let stop: (() => void) | undefined;
	let attached = true;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const { request, sink } = subscription;
	subscription.detach = () => {
		attached = false;
		clearTimeout(waiting);
		stop?.();
	};
	void load().then(
		(transport) => {
			if (!attached) return;
			stop = transport(request, {
				next: (data) => attached && sink.next(data),
				refused: (code) => attached && sink.refused(code),
				complete: () => attached && sink.complete(),
			});
		},
		// Its code could not be fetched.
		() => {
			if (!attached) return;
			connection.failed();
			waiting = setTimeout(() => attached && attach(subscription), LOAD_AGAIN_AFTER);
		},
	);
}

function load(): Promise<Transport> {
	return way === 'socket'
		? import('./socket').then(({ socket }) => socket(stopped))
		: import('./stream').then(({ stream }) => stream);
}

/** The socket cannot be opened, though the server answers. */
function stopped() {
	if (way === 'stream') return;
	way = 'stream';
	if (!sessionStorage.getItem(STOPPED)) connection.otherWay();
	sessionStorage.setItem(STOPPED, '1');
	attachAll();
	trySocketLater();
}

function trySocketLater() {
	clearTimeout(timer);
	timer = setTimeout(trySocket, SOCKET_AGAIN_AFTER);
	// Another network may let it through.
	addEventListener('online', trySocket, { once: true });
}

async function trySocket() {
	removeEventListener('online', trySocket);
	clearTimeout(timer);
	const opens = open.size
		? await import('./socket').then(
				({ probe }) => probe(),
				() => false,
			)
		: false;
	if (!opens) return trySocketLater();
	way = 'socket';
	sessionStorage.removeItem(STOPPED);
	attachAll();
}
