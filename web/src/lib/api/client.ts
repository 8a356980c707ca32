// The one place where the client asks the server for something over HTTP: GraphQL operations and the sign-in routes.
//
// A small client of our own instead of @urql/core: urql brings a GraphQL parser and a document cache (10 KB of our 60 KB of
// JavaScript), and we have neither documents to parse (they are ids) nor a cache to keep: a page loads what it shows, and the
// live events keep it current.

import type { TadaDocumentNode } from 'gql.tada';
import { connection } from '$lib/connection.svelte';
import { i18n } from '$lib/i18n/i18n.svelte';

/** What the server said no to. `message` is in the person's language and can be shown as it is. */
export class ApiError extends Error {
	constructor(
		message: string,
		/** One of the API's ErrorCode, or OFFLINE when no answer came. */
		readonly code: string,
		/** The input field at fault, where there is one. */
		readonly field?: string,
		readonly args: Record<string, unknown> = {},
		readonly status = 400,
	) {
		super(message);
	}
}

/** A line may be dead without anybody being told: who has no answer by then gets none. A file may take its time. */
const ANSWERS_WITHIN = 15_000;

interface Answer {
	data?: unknown;
	errors?: {
		message: string;
		extensions?: { code?: string; field?: string; args?: Record<string, unknown> };
	}[];
}

/** Runs a query or a mutation; throws ApiError when anything in it failed. */
export async function run<Result, Variables>(
	document: TadaDocumentNode<Result, Variables>,
	...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result> {
	// The build turned the document into a string: its id, or in development its text.
	const text = document as unknown as string;
	const body = text.startsWith('sha256:') ? { documentId: text, variables } : { query: text, variables };
	return (await post('/graphql', body)) as Result;
}

/** Asks one of the sign-in routes. */
export async function auth<Result>(route: string, body?: object): Promise<Result> {
	return (await post(`/auth/${route}`, body, body ? 'POST' : 'GET')) as Result;
}

/** Ends the mails about what waits for somebody, by what stands in such a mail. */
export async function turnNoticesOff(token: string) {
	await post(`/notices/off?token=${encodeURIComponent(token)}`, {});
}

/** Sends a file as it is, and gives what came of it; what is said of it stands in the address. */
export async function sendFile<Result>(address: string, file: Blob): Promise<Result> {
	return (await post(address, file)) as Result;
}

/** Asks one of the routes that whoever has a link may use: a follow-up form, a report. */
export async function followUp<Result>(route: 'form' | 'answer' | 'report', body: object): Promise<Result> {
	return (await post(`/follow-up/${route}`, body)) as Result;
}

async function post(address: string, body?: object, method = 'POST'): Promise<unknown> {
	let response: Response;
	let answer: Answer;
	try {
		response = await fetch(address, {
			method,
			headers: {
				accept: 'application/json',
				...(body && !(body instanceof Blob) && { 'content-type': 'application/json' }),
				...(i18n.language && { 'accept-language': i18n.language }),
			},
			body: body instanceof Blob ? body : body && JSON.stringify(body),
			signal: body instanceof Blob ? null : AbortSignal.timeout(ANSWERS_WITHIN),
		});
		const text = await response.text();
		answer = text ? JSON.parse(text) : {};
	} catch (failure) {
		// No answer, or one from something between us and the server.
		connection.failed();
		// Who has waited for it cannot know what came of it.
		const late = failure instanceof DOMException && failure.name === 'TimeoutError';
		const message = i18n.t(late ? 'app-error-late' : 'app-error-offline');
		throw new ApiError(message, 'OFFLINE', undefined, {}, 503);
	}
	connection.worked();
	const error = answer.errors?.[0];
	if (error) {
		const { code = 'INTERNAL', field, args } = error.extensions ?? {};
		const message = code === 'PERSISTED_QUERY_NOT_FOUND' ? i18n.t('app-error-new-version') : error.message;
		throw new ApiError(message, code, field, args, response.status < 400 ? statusOf(code) : response.status);
	}
	if (!response.ok)
		throw new ApiError(i18n.t('app-error-unknown'), 'INTERNAL', undefined, {}, response.status);
	return address === '/graphql' ? answer.data : answer;
}

/** A page that failed to load says so with the status that fits. */
function statusOf(code: string): number {
	return code === 'NOT_FOUND' ? 404 : code === 'UNAUTHENTICATED' ? 401 : code === 'FORBIDDEN' ? 403 : 500;
}
