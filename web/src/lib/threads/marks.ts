// The marks of the small Markdown that messages are written in, put around or before what is selected.

/** Types a text in place of what is selected, so that the browser's own undo knows of it. */
export function insert(field: HTMLTextAreaElement, text: string) {
	field.focus();
	// Old, but the one way that undo follows. Where it is gone, the text comes all the same.
	if (document.execCommand?.('insertText', false, text)) return;
	field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
	field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Around what is selected; taken away where it stands around it already. */
export function wrap(field: HTMLTextAreaElement, mark: string) {
	const { selectionStart: from, selectionEnd: to, value } = field;
	const inner = value.slice(from, to);
	const outside = value.slice(from - mark.length, from) === mark && value.slice(to).startsWith(mark);
	if (outside) {
		field.setSelectionRange(from - mark.length, to + mark.length);
		insert(field, inner);
		field.setSelectionRange(from - mark.length, to - mark.length);
	} else {
		insert(field, mark + inner + mark);
		field.setSelectionRange(from + mark.length, to + mark.length);
	}
}

/** Before each line of what is selected; taken away where each has it already. */
export function prefix(field: HTMLTextAreaElement, mark: string) {
	const { selectionStart, selectionEnd, value } = field;
	const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
	const next = value.indexOf('\n', selectionEnd);
	const to = next < 0 ? value.length : next;
	const lines = value.slice(from, to).split('\n');
	const has = lines.every((line) => line.startsWith(mark));
	field.setSelectionRange(from, to);
	insert(field, lines.map((line) => (has ? line.slice(mark.length) : mark + line)).join('\n'));
}

/** What is selected becomes the words of a link, or its address; the caret stands where the rest is to be written. */
export function link(field: HTMLTextAreaElement) {
	const { selectionStart: from, selectionEnd: to, value } = field;
	const selected = value.slice(from, to);
	const isAddress = /^https?:\/\/\S+$/.test(selected);
	insert(field, isAddress ? `[](${selected})` : `[${selected}](https://)`);
	const caret = isAddress ? from + 1 : from + selected.length + '[](https://'.length;
	field.setSelectionRange(caret, caret);
}
