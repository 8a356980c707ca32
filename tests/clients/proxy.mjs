// A line to the server that can be cut, as lines are.

import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * @param {import('node:test').TestContext} t
 * @param {import('./server.mjs').Server} server
 */
export async function line(t, server) {
	const open = new Set();
	const [, port] = server.host.split(':');
	const proxy = createServer((near) => {
		const far = connect(Number(port), '127.0.0.1');
		for (const [from, to] of [[near, far], [far, near]]) {
			open.add(from);
			from.on('error', () => to.destroy());
			from.on('close', () => open.delete(from) && to.destroy());
			from.pipe(to);
		}
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	t.after(() => {
		cut();
		proxy.close();
	});
	/** Breaks whatever goes over it, without a word. Who comes again gets through. */
	function cut() {
		for (const socket of open) socket.destroy();
	}
	return { host: `127.0.0.1:${proxy.address().port}`, cut };
}
