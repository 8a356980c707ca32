// The person's language, and every sentence in it. Fluent files are fetched one language at a time.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import addresses from 'virtual:locales';

export type Language = 'sv' | 'nn' | 'nb' | 'en';
export const LANGUAGES: readonly Language[] = ['sv', 'nn', 'nb', 'en'];

/** How the API writes a language. */
export type ApiLanguage = Uppercase<Language>;
export const toApi = (language: Language) => language.toUpperCase() as ApiLanguage;
export const fromApi = (language: string) => language.toLowerCase() as Language;

/** Where numbers are formatted; browsers that lack Nynorsk take Bokmål's, which are the same. */
export const FORMATS: Record<Language, string[]> = {
	sv: ['sv-SE'],
	nn: ['nn-NO', 'nb-NO'],
	nb: ['nb-NO'],
	en: ['en-GB'],
};

const SAVED = 'samverk.language';

class I18n {
	/** Undefined only before the first language has come. */
	language = $state<Language>();
	#bundle = $state.raw<FluentBundle>();

	/** What this browser chose last, for the time before anybody has signed in. */
	saved(): Language | undefined {
		const saved = localStorage.getItem(SAVED) as Language | null;
		return saved && LANGUAGES.includes(saved) ? saved : undefined;
	}

	/** Changes the language of the whole page, and keeps it in this browser. */
	async use(language: Language) {
		localStorage.setItem(SAVED, language);
		if (language === this.language) return;
		const response = await fetch(addresses[language]);
		if (!response.ok) throw new Error(`no sentences in ${language}`);
		const bundle = new FluentBundle(FORMATS[language], { useIsolating: false });
		bundle.addResource(new FluentResource(await response.text()));
		this.#bundle = bundle;
		this.language = language;
		document.documentElement.lang = language;
	}

	/** The sentence with this id. That each id exists in each language is checked by scripts/locales.mjs. */
	t(id: string, args?: Record<string, FluentVariable>): string {
		const pattern = this.#bundle?.getMessage(id)?.value;
		return pattern ? this.#bundle!.formatPattern(pattern, args, []) : '';
	}
}

export const i18n = new I18n();

export const t = (id: string, args?: Record<string, FluentVariable>) => i18n.t(id, args);
