import { graphql } from '$lib/api/graphql';
import { subscribe } from '$lib/api/live';

const WaitingCount = graphql(`
	subscription WaitingCount {
		waitingCount
	}
`);

/** Tells how much waits for the viewer, now and whenever it changes, until the returned function is called. */
export function watchWaiting(told: (count: number) => void): () => void {
	return subscribe(
		WaitingCount,
		{},
		({ waitingCount }) => told(waitingCount),
		// Signed out: the page says so where it matters.
		() => told(0),
	);
}
