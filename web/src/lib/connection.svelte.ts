// Whether the server can be reached, as far as the last request and the pushed updates tell. The bar at the top shows it.

/** How long "back again" stays to be read. */
const SHOWN_FOR = 6000;
/** While no subscription waits for the connection, it is tried this often whether it is back. */
const TRIED_EVERY = 5000;

/** A line that says nothing for so long is no line. */
const ANSWERS_WITHIN = 10_000;

/** Whether the server answers a plain request. */
export const answers = (): Promise<boolean> =>
	fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(ANSWERS_WITHIN) }).then(
		({ ok }) => ok,
		() => false,
	);

class Connection {
	/** `ok`: nothing is shown. `lost`: what is written is kept. `back`: says how many came, then goes. */
	state = $state<'ok' | 'lost' | 'back'>('ok');
	/** How many messages that were missed have come since. */
	came = $state(0);
	/** Set for a while when updates begin to come another way than the usual. */
	detour = $state(false);
	#updatesDown = false;
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

	/** A request was answered. Says nothing while updates are still away: messages may be missing. */
	worked() {
		if (this.state === 'lost' && !this.#updatesDown) this.#back();
	}

	/** Updates that something waits for do not come any more. */
	updatesLost() {
		this.#updatesDown = true;
		this.failed();
	}

	/** Updates come, for the first time or again. */
	updatesBack() {
		this.#updatesDown = false;
		if (this.state === 'lost') this.#back();
	}

	/** Nothing waits for updates any more, so nothing will ask for them again: the connection is tried another way. */
	updatesUnneeded() {
		this.#updatesDown = false;
		if (this.state === 'lost') this.failed();
	}

	/** Something in the network stops the usual way of updates. Said once, and of no concern to anybody. */
	otherWay() {
		this.detour = true;
		setTimeout(() => (this.detour = false), SHOWN_FOR);
	}

	/** Somebody's message came. It counts as missed when it was posted before the connection was back. */
	messageCame(at: string) {
		if (this.state !== 'back' || Date.parse(at) > this.#backAt) return;
		this.came += 1;
		this.#showBack();
	}

	async #try() {
		if (this.#updatesDown) return;
		const answered = await answers();
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
