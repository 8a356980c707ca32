// The other way of pushed updates, for networks that stop WebSockets: each subscription is a request of its own whose answer
// goes on and on (GraphQL over server-sent events, "distinct connections mode").
//
// Read by hand instead of by graphql-sse's client: that one shows no heartbeats, so it would wait on a dead stream for ever,
// and it takes a refusal for a fault of the network and asks again.

import { connection } from '$lib/connection.svelte';
import { i18n } from '$lib/i18n/i18n.svelte';
import type { Request, Sink } from './live';
import { wait } from './wait';

/** The server says something every 12 s. A stream that has said nothing for two beats and some is dead. */
const SILENT_AFTER = 30_000;
/** Codes that tell of a bad moment, not of a bad request. */
const PASSING = ['UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL'];

export function stream(request: Request, sink: Sink): () => void {
	let stopped = false;
	let control = new AbortController();
	let failures = 0;
	/** Set while the window is hidden and the stream given up. */
	let resume: (() => void) | undefined;

	// Over HTTP/1.1 a browser opens six connections to a server, all windows together. One that nobody looks at holds none:
	// it asks for what it missed when it is looked at again.
	const scarce = /^http\/1/.test(protocol());
	function look() {
		if (!document.hidden) resume?.();
		else if (scarce) control.abort();
	}
	document.addEventListener('visibilitychange', look);

	void (async () => {
		while (!stopped) {
			if (scarce && document.hidden) {
				await new Promise<void>((resolve) => (resume = resolve));
				continue;
			}
			control = new AbortController();
			try {
				if (await read()) return;
			} catch {
				if (stopped || (scarce && document.hidden)) continue;
				// The first break may be a server that sends its clients elsewhere.
				if (failures++) connection.updatesLost();
				await wait(failures);
			}
		}
	})();

	/** Reads until the stream ends. True when that is the end of the subscription. */
	async function read(): Promise<boolean> {
		const { signal } = control;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const alive = () => {
			clearTimeout(timer);
			timer = setTimeout(() => control.abort(), SILENT_AFTER);
		};
		alive();
		try {
			const response = await fetch('/graphql/stream', {
				method: 'POST',
				signal,
				headers: {
					accept: 'text/event-stream',
					'content-type': 'application/json',
					...(i18n.language && { 'accept-language': i18n.language }),
				},
				body: JSON.stringify(request),
			});
			if (!response.ok || !/event-stream/.test(response.headers.get('content-type') ?? ''))
				return refused(await response.json());
			const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
			let text = '';
			for (;;) {
				const { done, value } = await reader.read();
				if (done) throw new Error('the stream broke off');
				alive();
				failures = 0;
				connection.updatesBack();
				// An event ends with an empty line.
				const events = (text + value).split(/\r?\n\r?\n/);
				text = events.pop() ?? '';
				for (const event of events) if (heard(event)) return true;
			}
		} finally {
			clearTimeout(timer);
			control.abort();
		}
	}

	function heard(event: string): boolean {
		let name = '';
		let data = '';
		for (const line of event.split(/\r?\n/)) {
			const [, field, value = ''] = /^(\w*):? ?(.*)$/.exec(line) ?? [];
			if (field === 'event') name = value;
			// A line without a name is a heartbeat.
			if (field === 'data') data += value;
		}
		if (name === 'complete') {
			if (!stopped) sink.complete();
			return true;
		}
		if (name !== 'next' || stopped) return false;
		const result = JSON.parse(data);
		if (!result.data) return refused(result);
		sink.next(result.data);
		return false;
	}

	/** True when the refusal is for good; throws when it is worth another attempt. */
	function refused(answer: { errors?: { extensions?: { code?: string } }[] }): boolean {
		const code = answer.errors?.[0]?.extensions?.code ?? 'INTERNAL';
		if (PASSING.includes(code)) throw new Error(code);
		if (!stopped) sink.refused(code);
		return true;
	}

	return () => {
		stopped = true;
		document.removeEventListener('visibilitychange', look);
		resume?.();
		control.abort();
	};
}

/** How the browser speaks with the server: "h2", "http/1.1" … */
function protocol(): string {
	const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	return page?.nextHopProtocol ?? '';
}
