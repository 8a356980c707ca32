// The built program, started as anybody would start it: on a free port, with a database that goes when the test ends.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = process.env.SAMVERK_BIN ?? fileURLToPath(new URL('../../target/debug/samverk', import.meta.url));

export class Server {
	/** @param {import('node:test').TestContext} t stops the server and removes its database at its end */
	static async start(t) {
		const server = new Server();
		server.folder = await mkdtemp(join(tmpdir(), 'samverk-clients-'));
		server.host = `127.0.0.1:${await freePort()}`;
		server.env = { ...process.env, DATABASE_URL: `sqlite://${server.folder}/samverk.db`, SAMVERK_LISTEN: server.host, SAMVERK_CHANGES_PER_MINUTE: '100000' };
		server.guests = [];
		t.after(async () => {
			await Promise.all(server.guests.map((client) => client.dispose()));
			await server.stop('SIGKILL');
			await rm(server.folder, { recursive: true });
		});
		await server.run();
		return server;
	}

	/** Starts the program on the same database and port, and returns when it answers. */
	async run() {
		this.process = spawn(program, ['serve', '--demo'], { env: this.env, stdio: ['ignore', 'ignore', 'inherit'] });
		while (!(await fetch(`http://${this.host}/readyz`).then((r) => r.ok, () => false))) {
			if (this.process.exitCode !== null) throw new Error(`the server ended with ${this.process.exitCode}`);
			await pause(20);
		}
	}

	/** @param {NodeJS.Signals} signal */
	async stop(signal) {
		if (this.process.exitCode !== null || this.process.signalCode !== null) return;
		const exit = once(this.process, 'exit');
		this.process.kill(signal);
		await exit;
	}

	/** An API token for one of the demo people. */
	async token(name) {
		const { stdout } = await promisify(execFile)(program, ['token', '--email', `${name}@demo.example`], { env: this.env });
		return stdout.trim().split('\n').at(-1);
	}

	/** The data of an operation that must succeed. */
	async ask(token, query, variables) {
		const response = await fetch(`http://${this.host}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
			body: JSON.stringify({ query, variables }),
		});
		const { data, errors } = await response.json();
		if (errors) throw new Error(JSON.stringify(errors));
		return data;
	}

	/** A new thread in the network that all demo people are members of. */
	async thread(token) {
		const data = await this.ask(
			token,
			`mutation { startThread(input: { networkSlug: "miljostrateger", subject: "Prov" }) { thread { id } } }`,
		);
		return data.startThread.thread.id;
	}

	async post(token, threadId, body) {
		const input = { threadId, body, language: 'SV', clientId: crypto.randomUUID() };
		const data = await this.ask(
			token,
			`mutation($input: PostMessageInput!) { postMessage(input: $input) { message { seq } } }`,
			{ input },
		);
		return data.postMessage.message.seq;
	}
}

async function freePort() {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address();
	probe.close();
	await once(probe, 'close');
	return port;
}
