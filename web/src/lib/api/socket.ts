// The usual way of pushed updates: one WebSocket for the whole client, opened with the first subscription and closed after
// the last (protocol graphql-transport-ws).

import { createClient } from 'graphql-ws';
import { answers, connection } from '$lib/connection.svelte';
import { i18n } from '$lib/i18n/i18n.svelte';
import type { Transport } from './live';
import { wait } from './wait';

const PING_EVERY = 12_000;
/** A socket that answers no ping within this time is dead, whatever the operating system believes. */
const PONG_WITHIN = 5000;
/** From the first attempt to the server's welcome. */
const OPEN_WITHIN = 6000;
/** What `terminate` closes with. */
const TERMINATED = 4499;
const ENOUGH = 2;

const url = () => location.origin.replace(/^http/, 'ws') + '/graphql/ws';

let made: { transport: Transport; reopen: () => void } | undefined;

/** `stopped` is called when sockets do not get through although the server answers. */
export function socket(stopped: () => void): Transport {
	return (made ??= make(stopped)).transport;
}

/** Closes the socket and opens it anew, with its subscriptions: the server is told the language only at the beginning. */
export function reopen() {
	made?.reopen();
}

function make(stopped: () => void) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let welcomed = false;
	let meant = false;
	/** How often in a row something kept a socket from working. A pong shows that both directions do. */
	let strikes = 0;

	// terminate, not close: closing waits for an answer that will not come.
	function within(time: number) {
		clearTimeout(timer);
		timer = setTimeout(() => client.terminate(), time);
	}

	/** The server's fault or the network's? Only the latter is a reason to go another way. */
	async function struck(weight: number) {
		if (!(await answers())) return connection.updatesLost();
		strikes += weight;
		if (strikes < ENOUGH) return;
		strikes = 0;
		stopped();
	}

	const client = createClient({
		url,
		connectionParams: () => ({ language: i18n.language }),
		// A lost connection is never given up: a laptop sleeps for days.
		retryAttempts: Infinity,
		shouldRetry: () => true,
		retryWait: wait,
		keepAlive: PING_EVERY,
		on: {
			connecting: () => {
				welcomed = false;
				within(OPEN_WITHIN);
			},
			connected: () => {
				clearTimeout(timer);
				welcomed = true;
				connection.updatesBack();
			},
			ping: (received) => {
				if (!received) within(PONG_WITHIN);
			},
			pong: (received) => {
				if (!received) return;
				clearTimeout(timer);
				strikes = 0;
			},
			closed: (event) => {
				clearTimeout(timer);
				if (meant) return void (meant = false);
				const { code } = event as CloseEvent;
				// 1000: we closed it ourselves since nobody listens any more. 44xx but for a time-out: the server will not have us,
				// which each subscription is told; that is no lost connection.
				if (code === 1000 || (code >= 4400 && code < TERMINATED && code !== 4408)) return;
				if (welcomed) connection.updatesLost();
				// Opened and silent, or refused: the latter also happens by chance.
				if (code === TERMINATED) void struck(welcomed ? 1 : ENOUGH);
				else if (!welcomed) void struck(1);
			},
		},
	});

	const transport: Transport = (request, sink) =>
		client.subscribe(request, {
			next: ({ data, errors }) => {
				if (data) sink.next(data);
				else if (errors) sink.refused(codeOf(errors));
			},
			error: (reason) => sink.refused(codeOf(reason)),
			complete: () => sink.complete(),
		});
	return {
		transport,
		reopen: () => {
			meant = welcomed;
			if (welcomed) client.terminate();
		},
	};
}

function codeOf(reason: unknown): string {
	if (Array.isArray(reason)) return reason[0]?.extensions?.code ?? 'INTERNAL';
	return (reason as CloseEvent | undefined)?.code === 4401 ? 'UNAUTHENTICATED' : 'INTERNAL';
}

/** Whether a socket gets through by now. */
export function probe(): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = new WebSocket(url(), 'graphql-transport-ws');
		const timer = setTimeout(() => done(false), OPEN_WITHIN);
		function done(opens: boolean) {
			clearTimeout(timer);
			socket.onclose = null;
			socket.close();
			resolve(opens);
		}
		socket.onopen = () => socket.send('{"type":"connection_init"}');
		socket.onmessage = () => done(true);
		socket.onclose = () => done(false);
	});
}
