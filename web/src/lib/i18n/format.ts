// Dates, times, numbers and money as the reader writes them. They read the current language, so markup that calls them
// follows when it changes.

import { FORMATS, i18n, t } from './i18n.svelte';

const locales = () => FORMATS[i18n.language ?? 'sv'];

export function number(value: number, options?: Intl.NumberFormatOptions) {
	return new Intl.NumberFormat(locales(), options).format(value);
}

/** The order of two names in the reader's alphabet. */
export function compare(a: string, b: string) {
	return a.localeCompare(b, locales());
}

/** With the currency's code: both countries call theirs "kr". `amount` is a string of digits. */
export function money({ amount, currency }: { amount: string; currency: string }) {
	return `${new Intl.NumberFormat(locales()).format(BigInt(amount))}\u00a0${currency}`;
}

/** The same, no more exact than a rate of exchange is: to three digits. */
export function about({ amount, currency }: { amount: string; currency: string }) {
	const rounded = new Intl.NumberFormat(locales(), { maximumSignificantDigits: 3 });
	return `${rounded.format(BigInt(amount))}\u00a0${currency}`;
}

const DAY = 86_400_000;
const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** "11. november", with the year when it is another one than this. Takes a day (2026-11-22) or an instant. */
export function date(value: string) {
	const day = toDate(value);
	const sameYear = day.getFullYear() === new Date().getFullYear();
	return new Intl.DateTimeFormat(locales(), {
		day: 'numeric',
		month: 'long',
		...(!sameYear && { year: 'numeric' }),
	}).format(day);
}

/** "today", "yesterday", a weekday within the last week, else the date. Weekdays are ours: Chromium has no Nynorsk. */
export function day(value: string) {
	const then = toDate(value);
	const ago = Math.round((startOfDay(new Date()) - startOfDay(then)) / DAY);
	if (ago === 0) return t('app-today');
	if (ago === 1) return t('app-yesterday');
	const weekday = t(`app-weekday-${then.getDay()}`);
	return ago > 1 && ago < 7 ? weekday : t('app-weekday-date', { weekday, date: date(value) });
}

/** "13.00", in English "13:00". */
export function time(value: string) {
	const then = new Date(value);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${two(then.getHours())}${i18n.language === 'en' ? ':' : '.'}${two(then.getMinutes())}`;
}

/** "i dag kl. 13.00", "11. november kl. 13.00". */
export function moment(value: string) {
	const ago = Math.round((startOfDay(new Date()) - startOfDay(new Date(value))) / DAY);
	const when = ago === 0 ? t('app-today') : ago === 1 ? t('app-yesterday') : date(value);
	return t('app-moment', { date: when, time: time(value) });
}

/** From–to, either of which may be open. */
export function period(starts: string | null, ends: string | null) {
	if (starts && ends) return `${month(starts)}–${month(ends)}`;
	if (starts) return t('app-period-from', { date: month(starts) });
	return ends ? t('app-period-until', { date: month(ends) }) : '';
}

function month(value: string) {
	return new Intl.DateTimeFormat(locales(), { month: 'long', year: 'numeric' }).format(toDate(value));
}

/** A day has no time zone: read as local, lest 1 January become 31 December west of Greenwich. */
function toDate(value: string) {
	return new Date(value.length === 10 ? `${value}T00:00` : value);
}
