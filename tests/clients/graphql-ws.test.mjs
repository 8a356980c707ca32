// The client of graphql-ws, as it comes from npm, against the program: whoever speaks graphql-transport-ws is at home here.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Server } from './server.mjs';

const EVENTS = `subscription($threadId: ID!, $after: Int) {
	threadEvents(threadId: $threadId, after: $after) { __typename seq ... on MessagePosted { message { body author { name } } } }
}`;

function connect(server, token, options = {}) {
	const client = createClient({
		url: `ws://${server.host}/graphql/ws`,
		webSocketImpl: WebSocket,
		connectionParams: { authorization: `Bearer ${token}` },
		retryAttempts: 0,
		...options,
	});
	server.guests.push(client);
	return client;
}

/** Follows a thread and keeps what comes. A retry of the client goes on behind the last event: it sends `variables` anew. */
function follow(client, threadId, after = 0) {
	const variables = { threadId, after };
	const seen = [];
	const watchers = new Set();
	const end = client.subscribe(
		{ query: EVENTS, variables },
		{
			next({ data, errors }) {
				assert.equal(errors, undefined);
				seen.push(data.threadEvents);
				variables.after = data.threadEvents.seq;
				watchers.forEach((look) => look());
			},
			error(error) {
				watchers.forEach((look) => look(error));
			},
			complete() {},
		},
	);
	const until = (count) =>
		new Promise((resolve, reject) => {
			const look = (error) => {
				if (!error && seen.length < count) return;
				watchers.delete(look);
				error ? reject(error) : resolve(seen);
			};
			watchers.add(look);
			look();
		});
	return { seen, until, end };
}

const bodies = (events) => events.map((event) => event.message.body);
const seqs = (events) => events.map((event) => event.seq);
const oneTo = (n) => Array.from({ length: n }, (_, i) => i + 1);

test('a subscriber gets what others post, in order, with the author', async (t) => {
	const server = await Server.start(t);
	const [karin, ingeborg] = [await server.token('karin'), await server.token('ingeborg')];
	const threadId = await server.thread(karin);
	const events = follow(connect(server, ingeborg), threadId);
	for (const n of oneTo(5)) await server.post(karin, threadId, `melding ${n}`);
	const seen = await events.until(5);
	assert.deepEqual(seqs(seen), oneTo(5));
	assert.deepEqual(bodies(seen), oneTo(5).map((n) => `melding ${n}`));
	assert.match(seen[0].message.author.name, /^Karin /);
});

test('whoever comes back with `after` has what was missed, once', async (t) => {
	const server = await Server.start(t);
	const karin = await server.token('karin');
	const threadId = await server.thread(karin);
	const first = connect(server, karin);
	const before = follow(first, threadId);
	await server.post(karin, threadId, 'sett');
	await before.until(1);
	await first.dispose();
	for (const body of ['missat', 'også missa']) await server.post(karin, threadId, body);
	const after = follow(connect(server, karin), threadId, 1);
	await after.until(2);
	await server.post(karin, threadId, 'direkte');
	assert.deepEqual(bodies(await after.until(3)), ['missat', 'også missa', 'direkte']);
	assert.deepEqual(seqs(after.seen), [2, 3, 4]);
});

for (const [how, signal] of [['killed', 'SIGKILL'], ['stopped', 'SIGTERM']]) {
	test(`a server that was ${how} and came back has lost nothing, and its subscribers miss nothing`, async (t) => {
		const server = await Server.start(t);
		const karin = await server.token('karin');
		const threadId = await server.thread(karin);
		let connections = 0;
		const client = connect(server, karin, {
			retryAttempts: Infinity,
			shouldRetry: () => true,
			retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
			on: { connected: () => connections++ },
		});
		const events = follow(client, threadId);
		for (const n of oneTo(3)) await server.post(karin, threadId, `før ${n}`);
		await events.until(3);
		await server.stop(signal);
		await server.run();
		for (const n of oneTo(3)) await server.post(karin, threadId, `etter ${n}`);
		assert.deepEqual(seqs(await events.until(6)), oneTo(6));
		assert.equal(connections, 2);
	});
}

test('one socket carries many operations at once, each with its own answers', async (t) => {
	const server = await Server.start(t);
	const karin = await server.token('karin');
	const client = connect(server, karin, { lazyCloseTimeout: 1000 });
	const threads = await Promise.all(oneTo(10).map(() => server.thread(karin)));
	const followers = threads.map((id) => follow(client, id));
	const query = client.iterate({ query: '{ viewer { name } }' });
	assert.match((await query.next()).value.data.viewer.name, /^Karin /);
	const posted = client.iterate({
		query: 'mutation($input: PostMessageInput!) { postMessage(input: $input) { message { seq } } }',
		variables: { input: { threadId: threads[0], body: 'over sokkelen', language: 'NN', clientId: crypto.randomUUID() } },
	});
	assert.equal((await posted.next()).value.data.postMessage.message.seq, 1);
	assert.equal((await posted.next()).done, true);
	await Promise.all(threads.slice(1).map((id, i) => server.post(karin, id, `tråd ${i + 1}`)));
	const seen = await Promise.all(followers.map(({ until }) => until(1)));
	assert.deepEqual(seen.map(([event]) => event.message.body), ['over sokkelen', ...oneTo(9).map((n) => `tråd ${n}`)]);
	followers[0].end();
	await server.post(karin, threads[0], 'ingen hører dette');
	await server.post(karin, threads[1], 'og dette');
	await followers[1].until(2);
	assert.equal(followers[0].seen.length, 1);
});

test('a thread that is not there, or that one may not see, is refused as an operation; the socket lives on', async (t) => {
	const server = await Server.start(t);
	const karin = await server.token('karin');
	const client = connect(server, karin);
	const alive = follow(client, await server.thread(karin));
	for (const threadId of ['thread_01h455vb4pex5vsknk084sn02q', 'action_01h455vb4pex5vsknk084sn02q', 'no id at all']) {
		const refused = follow(client, threadId).until(1);
		await assert.rejects(refused, ([error]) => {
			assert.ok(['NOT_FOUND', 'BAD_REQUEST'].includes(error.extensions.code), JSON.stringify(error));
			assert.ok(error.message.length > 5);
			return true;
		});
	}
	const query = client.iterate({ query: '{ viewer { name } }' });
	assert.match((await query.next()).value.data.viewer.name, /^Karin /);
	assert.equal(alive.seen.length, 0);
});

test('a bad token is refused before anything else is heard', async (t) => {
	const server = await Server.start(t);
	const client = connect(server, 'not a token');
	const events = follow(client, 'thread_01h455vb4pex5vsknk084sn02q');
	await assert.rejects(events.until(1), (event) => event.code === 4401 || event.code === 4403);
});
