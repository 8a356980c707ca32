const LONGEST = 20_000;

/** Waits before the next attempt, longer each time, and no longer than until the browser has a network again. */
export function wait(retries: number): Promise<void> {
	const most = Math.min(LONGEST, 250 * 2 ** retries);
	return new Promise((resolve) => {
		// Spread, lest everybody come back in the same second after a restart.
		const timer = setTimeout(done, most / 2 + (Math.random() * most) / 2);
		addEventListener('online', done);
		function done() {
			clearTimeout(timer);
			removeEventListener('online', done);
			resolve();
		}
	});
}
