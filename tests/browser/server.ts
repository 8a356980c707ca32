// The built program, started as anybody would start it: on a free port, with a database that goes when the tests end.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

const PROGRAM =
	process.env.SAMVERK_BIN ?? fileURLToPath(new URL('../../target/debug/samverk', import.meta.url));

export class Server {
	readonly port: number;
	/** Everything that it printed. */
	log = '';
	#process: ChildProcess;
	#folder: string;

	private constructor(process: ChildProcess, port: number, folder: string) {
		this.#process = process;
		this.port = port;
		this.#folder = folder;
		process.stdout?.on('data', (text) => (this.log += text));
		process.stderr?.on('data', (text) => (this.log += text));
	}

	static async start(args: string[], env: Record<string, string> = {}): Promise<Server> {
		const folder = await mkdtemp(join(tmpdir(), 'samverk-browser-'));
		const port = await freePort();
		const program = spawn(PROGRAM, ['serve', ...args, '--listen', `127.0.0.1:${port}`], {
			env: {
				...process.env,
				DATABASE_URL: `sqlite://${folder}/samverk.db`,
				SAMVERK_CHANGES_PER_MINUTE: '100000',
				...env,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const server = new Server(program, port, folder);
		await expect(async () => {
			if (program.exitCode !== null) throw new Error(`the server ended: ${server.log}`);
			expect((await fetch(`${server.url}/readyz`)).ok).toBe(true);
		}).toPass({ timeout: 30_000 });
		return server;
	}

	get url() {
		return `http://127.0.0.1:${this.port}`;
	}

	async stop() {
		if (this.#process.exitCode === null) {
			const ended = once(this.#process, 'exit');
			this.#process.kill('SIGKILL');
			await ended;
		}
		await rm(this.#folder, { recursive: true });
	}
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (!address || typeof address === 'string') throw new Error('no port');
	return address.port;
}
