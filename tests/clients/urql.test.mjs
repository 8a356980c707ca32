// urql, unmodified, with graphql-ws below it as its documentation has it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { line } from './proxy.mjs';
import { Server } from './server.mjs';

const EVENTS = `subscription($threadId: ID!, $after: Int) {
	threadEvents(threadId: $threadId, after: $after) { __typename seq ... on MessagePosted { message { id body } } }
}`;
const POST = `mutation($input: PostMessageInput!) { postMessage(input: $input) { message { id seq } } }`;

function connect(server, host, token) {
	const sockets = createClient({
		url: `ws://${host}/graphql/ws`,
		webSocketImpl: WebSocket,
		connectionParams: { authorization: `Bearer ${token}` },
		retryAttempts: Infinity,
		shouldRetry: () => true,
		retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
	});
	server.guests.push(sockets);
	return new Client({
		url: `http://${host}/graphql`,
		preferGetMethod: false,
		fetchOptions: { headers: { authorization: `Bearer ${token}` } },
		exchanges: [
			fetchExchange,
			subscriptionExchange({
				forwardSubscription: ({ query, variables }) => ({
					subscribe(sink) {
						// A retry sends the variables anew: behind the last event.
						const position = { ...variables };
						const next = (result) => {
							position.after = result.data?.threadEvents.seq ?? position.after;
							sink.next(result);
						};
						return { unsubscribe: sockets.subscribe({ query, variables: position }, { ...sink, next }) };
					},
				}),
			}),
		],
	});
}

test('a subscriber whose line is cut comes back by itself, and what it posts is there once', async (t) => {
	const server = await Server.start(t);
	const karin = await server.token('karin');
	const threadId = await server.thread(karin);
	const wire = await line(t, server);
	const client = connect(server, wire.host, karin);
	const seen = [];
	let look = () => {};
	const { unsubscribe } = client.subscription(EVENTS, { threadId, after: 0 }).subscribe(({ data, error }) => {
		assert.equal(error, undefined);
		seen.push(data.threadEvents);
		look();
	});
	t.after(unsubscribe);
	const until = (count) =>
		new Promise((resolve) => {
			look = () => seen.length >= count && resolve();
			look();
		});
	const input = { threadId, body: 'fra urql', language: 'NN', clientId: crypto.randomUUID() };
	const posted = await client.mutation(POST, { input });
	await until(1);
	const again = await client.mutation(POST, { input });
	assert.deepEqual(again.data.postMessage.message, posted.data.postMessage.message);
	for (const n of [2, 3]) {
		wire.cut();
		await server.post(karin, threadId, `nummer ${n}`);
		await until(n);
	}
	assert.deepEqual(seen.map(({ seq }) => seq), [1, 2, 3]);
	assert.equal(seen[0].message.id, posted.data.postMessage.message.id);
	const mine = await client.query('{ viewer { name } }', {});
	assert.match(mine.data.viewer.name, /^Karin /);
});
