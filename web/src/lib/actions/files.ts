import { number } from '$lib/i18n/format';

/** "340 kB", "1,2 MB". */
export function size(bytes: number): string {
	const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB'];
	return `${number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })}\u00a0${unit}`;
}
