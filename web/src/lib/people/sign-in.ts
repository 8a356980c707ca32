import { auth } from '$lib/api/client';

/** A whole new page after each change of person: nothing of the one before stays in memory. */
export function enter(next: string) {
	// Only within Samverk: `next` may have come with the address.
	location.assign(next.startsWith('/') && !/^\/[/\\]/.test(next) ? next : '/');
}

export async function signOut() {
	await auth('sign-out', {});
	enter('/');
}

export async function signOutEverywhere() {
	await auth('sign-out-everywhere', {});
	enter('/');
}
