// Who is signed in, and which language that gives.

import { auth, run } from '$lib/api/client';
import { fromApi, i18n, toApi, type Language } from '$lib/i18n/i18n.svelte';
import { UpdateViewer, ViewerQuery, type Viewer } from '$lib/people/documents';
import type { VariablesOf } from '$lib/api/graphql';

export interface Options {
	/** Demo people that one may sign in as; empty but in demo mode. */
	demo: { email: string; name: string; organisation: string; language: string }[];
	/** What the server made of the browser's languages. */
	language: Language;
}

/** Where the browser keeps who is signed in, for its other windows. */
export const PERSON = 'samverk.person';

class Session {
	viewer = $state.raw<Viewer | null>(null);
	/** How much waits for the viewer. The layout keeps it current. */
	waits = $state(0);
	#started: Promise<void> | undefined;

	/** Finds out who is here, once for a visit, and fetches the sentences in their language. */
	start(): Promise<void> {
		return (this.#started ??= this.refresh().catch((failure) => {
			this.#started = undefined;
			throw failure;
		}));
	}

	async refresh() {
		// The language of the last visit is nearly always right: its sentences come while the server is asked. Sentences come
		// first in any case, lest there be none to say what went wrong.
		const [answer] = await Promise.all([run(ViewerQuery), i18n.use(await this.#firstLanguage())]);
		this.viewer = answer.viewer;
		localStorage.setItem(PERSON, answer.viewer?.id ?? '');
		if (answer.viewer) await i18n.use(fromApi(answer.viewer.language));
	}

	/** That of the last visit, else what the server makes of the browser's languages. */
	async #firstLanguage(): Promise<Language> {
		return (
			i18n.saved() ??
			(await options().then(
				({ language }) => language,
				() => 'sv' as const,
			))
		);
	}

	/** Saves what changed about the viewer. */
	async update(input: VariablesOf<typeof UpdateViewer>['input']) {
		const { updateViewer } = await run(UpdateViewer, { input });
		this.viewer = updateViewer.viewer;
		await i18n.use(fromApi(updateViewer.viewer.language));
	}

	/** Changes the language; for who is signed in it follows to their other devices and to their mail. */
	async speak(language: Language) {
		if (this.viewer) await this.update({ language: toApi(language) });
		else await i18n.use(language);
	}

	get mayEdit() {
		return this.viewer?.organisationConfirmed ?? false;
	}
}

export const session = new Session();

let asked: Promise<Options> | undefined;

/** What the sign-in page offers. Asked once. */
export function options(): Promise<Options> {
	return (asked ??= auth<Options>('options').catch((failure) => {
		asked = undefined;
		throw failure;
	}));
}
