// Term help: words of a foreign message that a reader may misread are marked where they stand.

import type { Shared } from './documents';

type Term = Shared['terms'][number];

/** Where words are left as they are. */
const NOT_IN = 'a, code, pre, .mention, .term';

/** Marks the first place of each word. TermHelp.svelte explains it to who points at it. */
export function mark(written: HTMLElement, terms: Term[]) {
	const byWord = new Map(terms.map((term) => [term.word, term]));
	const walker = document.createTreeWalker(written, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) {
		const text = walker.currentNode as Text;
		if (!text.parentElement?.closest(NOT_IN)) texts.push(text);
	}
	for (let text of texts) {
		for (;;) {
			const found = pattern(byWord)?.exec(text.data);
			if (!found) break;
			const [word] = found;
			const rest = text.splitText(found.index);
			text = rest.splitText(word.length);
			rest.replaceWith(marked(word, byWord.get(word)!));
			byWord.delete(word);
		}
	}
}

/** Whole words only, the longest first. */
function pattern(terms: Map<string, Term>) {
	if (!terms.size) return;
	const words = [...terms.keys()]
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

function marked(word: string, { term, explanation, caution }: Term) {
	const mark = document.createElement('span');
	mark.className = caution ? 'term caution' : 'term';
	mark.textContent = word;
	// A button that flows with the text: by keyboard it is a stop, and by touch it can be pressed.
	mark.tabIndex = 0;
	mark.setAttribute('role', 'button');
	mark.dataset.term = term;
	mark.dataset.explanation = explanation;
	return mark;
}
