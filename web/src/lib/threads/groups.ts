import type { Message } from './documents';

/** Messages of one person in a row, or the line above the first that is new. */
export type Part = { kind: 'messages'; key: string; messages: Message[] } | { kind: 'new'; key: 'new' };

/** One person's messages stand together while no longer pause than this is between them. */
const PAUSE = 10 * 60_000;

/**
 * Messages by day and writer, with one line where the new ones begin. `readBefore`: what the reader had read when they
 * came; null when they were never here, and then all is new and no line is needed.
 */
export function groups(messages: Message[], readBefore: number | null, reader: string | undefined) {
	const days: { date: string; parts: Part[] }[] = [];
	let lineDrawn = readBefore === null;
	let before: Message | undefined;

	for (const message of messages) {
		const date = localDay(message.postedAt);
		let day = days.at(-1);
		if (day?.date !== date) days.push((day = { date, parts: [] }));
		if (!lineDrawn && message.seq > (readBefore ?? 0) && message.author?.id !== reader) {
			lineDrawn = true;
			day.parts.push({ kind: 'new', key: 'new' });
		}
		const part = day.parts.at(-1);
		const follows =
			before &&
			before.author?.id === message.author?.id &&
			before.language === message.language &&
			Date.parse(message.postedAt) - Date.parse(before.postedAt) < PAUSE;
		if (part?.kind === 'messages' && follows) part.messages.push(message);
		else day.parts.push({ kind: 'messages', key: message.id, messages: [message] });
		before = message;
	}
	return days;
}

function localDay(instant: string): string {
	const date = new Date(instant);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
