import type { Handle } from '@sveltejs/kit';
import noscript from 'virtual:noscript';

/** Runs once, when the build writes index.html: what it says to who has no JavaScript comes from the locales too. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => html.replace('%samverk.noscript%', noscript) });
