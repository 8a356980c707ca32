// A wire between browser and server that a test can cut. Playwright's own "offline" leaves open WebSockets alone.

import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Wire {
	#server: Server;
	#sockets = new Set<Socket>();
	#whole = true;
	/** What becomes of WebSockets: some networks refuse them, some let them open and nothing through. */
	sockets: 'pass' | 'refuse' | 'swallow' = 'pass';

	private constructor(target: number) {
		this.#server = createServer((near) => {
			if (!this.#whole) return near.destroy();
			const far = connect(target, '127.0.0.1');
			for (const socket of [near, far]) {
				this.#sockets.add(socket);
				socket.on('close', () => this.#sockets.delete(socket));
				// One end's fault ends the other; the browser sees a lost connection, which is what is wanted.
				socket.on('error', () => {});
			}
			far.pipe(near);
			// A browser opens a connection of its own for each WebSocket: the first bytes tell.
			near.once('data', (first) => {
				const upgrade = this.sockets !== 'pass' && /^upgrade: websocket/im.test(first.toString('latin1'));
				if (upgrade && this.sockets === 'refuse') {
					near.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
					return;
				}
				far.write(first);
				// The server's welcome comes only after the client's, which does not arrive.
				if (!upgrade) near.pipe(far);
			});
			near.on('close', () => far.destroy());
			far.on('close', () => near.destroy());
		});
	}

	static async to(port: number): Promise<Wire> {
		const wire = new Wire(port);
		wire.#server.listen(0, '127.0.0.1');
		await once(wire.#server, 'listening');
		return wire;
	}

	get url() {
		const address = this.#server.address();
		if (!address || typeof address === 'string') throw new Error('no port');
		return `http://127.0.0.1:${address.port}`;
	}

	cut() {
		this.#whole = false;
		for (const socket of this.#sockets) socket.destroy();
	}

	mend() {
		this.#whole = true;
	}

	async stop() {
		this.cut();
		this.#server.close();
		await once(this.#server, 'close');
	}
}
