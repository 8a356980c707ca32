import { session } from '$lib/session.svelte';

/** Where this browser keeps what a person has typed and not sent. It is theirs alone: several may share the browser. */
export function keptAt(what: 'draft' | 'edit' | 'unsent' | 'action' | 'writes', id: string): string {
	return `samverk.${session.viewer?.id}.${what}.${id}`;
}
