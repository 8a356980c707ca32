// Whether the server can be reached, as far as the last request and the open socket tell. The bar at the top shows it.

/** How long "back again" stays to be read. */
const SHOWN_FOR = 6000;
/** While no socket waits for the connection, it is tried this often whether it is back. */
const TRIED_EVERY = 5000;

class Connection {
	/** `ok`: nothing is shown. `lost`: what is written is kept. `back`: says how many came, then goes. */
	state = $state<'ok' | 'lost' | 'back'>('ok');
	/** How many messages that were missed have come since. */
	came = $state(0);
	#socketDown = false;
	#backAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Follows what the browser knows of the network. To be called once. */
	watch() {
		addEventListener('offline', () => this.failed());
		addEventListener('online', () => this.worked());
	}

	/** A request got no answer. */
	failed() {
		clearTimeout(this.#timer);
		this.state = 'lost';
		this.#timer = setTimeout(() => this.#try(), TRIED_EVERY);
	}

	/** A request was answered. Says nothing while the socket is still down: messages may be missing. */
	worked() {
		if (this.state === 'lost' && !this.#socketDown) this.#back();
	}

	/** The socket that something waits on was closed. */
	socketLost() {
		this.#socketDown = true;
		this.failed();
	}

	/** The socket is open, for the first time or again. */
	socketBack() {
		this.#socketDown = false;
		if (this.state === 'lost') this.#back();
	}

	/** Nothing waits on the socket any more, so nothing will open it again: the connection is tried another way. */
	socketUnneeded() {
		this.#socketDown = false;
		if (this.state === 'lost') this.failed();
	}

	/** Somebody's message came. It counts as missed when it was posted before the connection was back. */
	messageCame(at: string) {
		if (this.state !== 'back' || Date.parse(at) > this.#backAt) return;
		this.came += 1;
		this.#showBack();
	}

	async #try() {
		if (this.#socketDown) return;
		const answered = await fetch('/healthz', { cache: 'no-store' }).then(
			({ ok }) => ok,
			() => false,
		);
		if (this.state !== 'lost') return;
		if (answered) this.worked();
		else this.failed();
	}

	#back() {
		this.#backAt = Date.now();
		this.came = 0;
		this.state = 'back';
		this.#showBack();
	}

	#showBack() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.state = 'ok'), SHOWN_FOR);
	}
}

export const connection = new Connection();
