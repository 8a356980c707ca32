import { redirect } from '@sveltejs/kit';

/** What mails and exports link to: the conversation, at a message. */
export function load({ params }) {
	// The part after # stays in the browser, and a load is not told of it.
	redirect(307, `/conversations/${params.id}${location.hash}`);
}
