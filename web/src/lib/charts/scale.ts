// Numbers of an axis, and where things stand on it.

/** At most `most` steps of 1, 2 or 5 times a power of ten, which hold both ends. */
export function ticks(low: number, high: number, most = 6): number[] {
	if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
	const rough = (high - low) / (most - 1);
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough * 0.999)!;
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil(high / step - 1e-9);
	// Counted in steps, since added up they would drift: 0.1 + 0.2.
	return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A day on the line of years, as the server counts them: 31 December 2025 is a day before 2026. */
export function years(day: string): number {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const start = Date.UTC(year, 0, 1);
	return year + (Date.UTC(year, month - 1, date) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** Pushes labels apart that would lie on each other: at least `gap` between them, none beyond `bottom`. */
export function apart(places: number[], gap: number, bottom: number): number[] {
	const order = places.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
	for (const [n, each] of order.entries()) if (n) each.at = Math.max(each.at, order[n - 1]!.at + gap);
	for (let n = order.length - 1, most = bottom; n >= 0; n--, most -= gap)
		order[n]!.at = Math.min(order[n]!.at, most);
	const out: number[] = [];
	for (const { at, i } of order) out[i] = at;
	return out;
}

/** Which of the places, the first of them first, have `gap` between them: the ends always, of the others the later ones. */
export function clear(places: number[], gap: number): number[] {
	const kept: number[] = [];
	for (let i = places.length - 1, next = Infinity; i >= 0; i--) {
		if (next - places[i]! < gap || (i && places[i]! - places[0]! < gap)) continue;
		kept.unshift(i);
		next = places[i]!;
	}
	return kept;
}
