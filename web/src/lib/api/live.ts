// Pushed updates: one WebSocket for the whole client, opened when the first subscription begins and closed after the last.

import type { TadaDocumentNode } from 'gql.tada';
import { createClient } from 'graphql-ws';
import { connection } from '$lib/connection.svelte';
import { i18n } from '$lib/i18n/i18n.svelte';

const LONGEST_WAIT = 20_000;
/** A socket that answers no ping within this time is dead, whatever the operating system believes. */
const PONG_WITHIN = 5000;

let subscriptions = 0;
let pongTimer: ReturnType<typeof setTimeout> | undefined;

const client = createClient({
	url: () => location.origin.replace(/^http/, 'ws') + '/graphql/ws',
	connectionParams: () => ({ language: i18n.language }),
	// A lost connection is never given up: a laptop sleeps for days.
	retryAttempts: Infinity,
	shouldRetry: () => true,
	retryWait: (retries) => {
		const wait = Math.min(LONGEST_WAIT, 250 * 2 ** retries);
		// Spread, lest everybody come back in the same second after a restart.
		return new Promise((resolve) => {
			const timer = setTimeout(done, wait / 2 + (Math.random() * wait) / 2);
			addEventListener('online', done);
			function done() {
				clearTimeout(timer);
				removeEventListener('online', done);
				resolve();
			}
		});
	},
	connectionAckWaitTimeout: 10_000,
	keepAlive: 12_000,
	on: {
		connected: () => connection.socketBack(),
		ping: (received) => {
			// terminate, not close: closing waits for an answer that will not come.
			if (!received) pongTimer = setTimeout(() => client.terminate(), PONG_WITHIN);
		},
		pong: (received) => {
			if (received) clearTimeout(pongTimer);
		},
		closed: (event) => {
			clearTimeout(pongTimer);
			const { code } = event as CloseEvent;
			// 1000: we closed it ourselves since nobody listens any more. 44xx but for a time-out: the server will not have us,
			// which each subscription is told; that is no lost connection.
			if (code === 1000 || (code >= 4400 && code < 4499 && code !== 4408)) return;
			connection.socketLost();
		},
	},
});

/**
 * Subscribes until the returned function is called, through any number of lost connections. `variables` is read again at
 * each attempt, so a getter in it can say where to resume. `failed` is told when the server refuses for good.
 */
export function subscribe<Result, Variables>(
	document: TadaDocumentNode<Result, Variables>,
	variables: Variables,
	next: (data: Result) => void,
	failed: (code: string) => void,
): () => void {
	let open = true;
	subscriptions += 1;
	const close = () => {
		if (!open) return;
		open = false;
		subscriptions -= 1;
		if (!subscriptions) connection.socketUnneeded();
	};
	const dispose = client.subscribe<Result>(
		{ query: document as unknown as string, variables: variables as Record<string, unknown> },
		{
			next: ({ data }) => data && next(data),
			error: (reason) => {
				close();
				failed(codeOf(reason));
			},
			complete: close,
		},
	);
	return () => {
		dispose();
		close();
	};
}

function codeOf(reason: unknown): string {
	if (Array.isArray(reason)) return reason[0]?.extensions?.code ?? 'INTERNAL';
	return (reason as CloseEvent | undefined)?.code === 4401 ? 'UNAUTHENTICATED' : 'INTERNAL';
}
