// Loading again what the open page shows. SvelteKit drops a navigation that is under way when something is invalidated,
// so that a push that arrives just after somebody chose a link would lose the click: here it waits until they are there.

import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/** Loads again what depends on `dependency`; everything, where none is named. */
export async function refresh(dependency?: string) {
	// A navigation that was given up rejects: either way it is over.
	while (navigating.complete) await navigating.complete.catch(() => undefined);
	await (dependency ? invalidate(dependency) : invalidateAll());
}
