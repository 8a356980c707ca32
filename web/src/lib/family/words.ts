// The difference between two texts, word by word: the longest common run of words stays, the rest is taken away or put in.

export interface Piece {
	text: string;
	/** In both, only in the first, or only in the second. */
	kind: 'same' | 'gone' | 'new';
}

/** A word with the space after it. */
const words = (text: string) => text.match(/\S+\s*|\s+/g) ?? [];

export function compareWords(before: string, after: string): Piece[] {
	const [a, b] = [words(before), words(after)];
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
	const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];

	// lengths[i][j]: how many words the rests from i and j have in common, in order.
	const width = right.length + 1;
	const lengths = new Uint16Array((left.length + 1) * width);
	for (let i = left.length - 1; i >= 0; i -= 1)
		for (let j = right.length - 1; j >= 0; j -= 1)
			lengths[i * width + j] =
				left[i] === right[j]
					? lengths[(i + 1) * width + j + 1]! + 1
					: Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);

	const pieces: Piece[] = [];
	const add = (text: string | undefined, kind: Piece['kind']) => {
		if (!text) return;
		const last = pieces.at(-1);
		if (last?.kind === kind) last.text += text;
		else pieces.push({ text, kind });
	};
	add(a.slice(0, start).join(''), 'same');
	let [i, j] = [0, 0];
	while (i < left.length || j < right.length) {
		if (i < left.length && j < right.length && left[i] === right[j]) {
			add(left[i], 'same');
			i += 1;
			j += 1;
		} else if (
			j >= right.length ||
			(i < left.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
		) {
			add(left[i], 'gone');
			i += 1;
		} else {
			add(right[j], 'new');
			j += 1;
		}
	}
	add(a.slice(a.length - end).join(''), 'same');
	return pieces;
}
