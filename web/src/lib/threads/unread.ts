interface Read {
	lastSeq: number;
	viewerReadSeq: number | null;
}

/** How many events of a thread the viewer has not seen. A thread they never opened is new as a whole. */
export function unread({ lastSeq, viewerReadSeq }: Read): number {
	return Math.max(0, lastSeq - (viewerReadSeq ?? 0));
}
