// graphql-sse, unmodified, against the built program: "distinct connections mode".

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from 'graphql-sse';
import { line } from './proxy.mjs';
import { Server } from './server.mjs';

const EVENTS = `subscription($threadId: ID!, $after: Int) {
	threadEvents(threadId: $threadId, after: $after) { seq ... on MessagePosted { message { body } } }
}`;

function connect(server, token, options = {}) {
	const client = createClient({
		url: `http://${server.host}/graphql/stream`,
		headers: { authorization: `Bearer ${token}` },
		retryAttempts: Infinity,
		retry: () => new Promise((resolve) => setTimeout(resolve, 20)),
		...options,
	});
	server.guests?.push(client);
	return client;
}

/** Follows a thread. A retry of the client sends `variables` anew, and so goes on behind the last event. */
function follow(client, threadId, after = 0) {
	const variables = { threadId, after };
	const seen = [];
	let look = () => {};
	client.subscribe(
		{ query: EVENTS, variables },
		{
			next({ data, errors }) {
				assert.equal(errors, undefined);
				seen.push(data.threadEvents);
				variables.after = data.threadEvents.seq;
				look();
			},
			error: (error) => look(error),
			complete() {},
		},
	);
	const until = (count) =>
		new Promise((resolve, reject) => {
			look = (error) => (error ? reject(error) : seen.length >= count && resolve(seen));
			look();
		});
	return { seen, until };
}

const seqs = (events) => events.map((event) => event.seq);

test('a subscriber whose line is cut comes back by itself and misses nothing', async (t) => {
	const server = await Server.start(t);
	const [karin, ingeborg] = [await server.token('karin'), await server.token('ingeborg')];
	const threadId = await server.thread(karin);
	const wire = await line(t, server);
	let connections = 0;
	const client = connect({ host: wire.host, guests: server.guests }, ingeborg, { on: { connected: () => connections++ } });
	const events = follow(client, threadId);
	await server.post(karin, threadId, 'ett');
	await events.until(1);
	for (const n of [2, 3]) {
		wire.cut();
		await server.post(karin, threadId, `nummer ${n}`);
		assert.deepEqual(seqs(await events.until(n)), [1, 2, 3].slice(0, n));
	}
	assert.equal(connections, 3);
});

test('a server that stopped and came back has lost nothing, and its subscribers miss nothing', async (t) => {
	const server = await Server.start(t);
	const karin = await server.token('karin');
	const threadId = await server.thread(karin);
	const events = follow(connect(server, karin), threadId);
	await server.post(karin, threadId, 'før');
	await events.until(1);
	await server.stop('SIGTERM');
	await server.run();
	await server.post(karin, threadId, 'etter');
	assert.deepEqual(seqs(await events.until(2)), [1, 2]);
});

test('a query is one result; what is refused is a result that says why, and the end', async (t) => {
	const server = await Server.start(t);
	const client = connect(server, await server.token('karin'));
	const all = async (request) => {
		const results = [];
		for await (const result of client.iterate(request)) results.push(result);
		return results;
	};
	const [mine] = await all({ query: '{ viewer { name } }' });
	assert.match(mine.data.viewer.name, /^Karin /);
	const refused = await all({ query: EVENTS, variables: { threadId: 'thread_01h455vb4pex5vsknk084sn02q' } });
	assert.deepEqual(refused.map(({ errors }) => errors[0].extensions.code), ['NOT_FOUND']);
	assert.equal((await all({ query: '{ nonsense }' }))[0].errors[0].extensions.code, 'BAD_REQUEST');
});
