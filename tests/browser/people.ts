// Two people of the demo, each in a browser of their own, and what both do again and again.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test';
import { Server } from './server.ts';

/** The words on the sign-in page and what a person's browser asks for. */
export const INGEBORG = { name: 'Ingeborg Fjørtun', locale: 'nn-NO' };
export const KARIN = { name: 'Karin Hedvall', locale: 'sv-SE' };
/** Coordinates the network that all of them are in. */
export const ELIN = { name: 'Elin Ravnholt', locale: 'sv-SE' };
type Somebody = typeof KARIN;

export const NETWORK = 'Nätverket för miljöstrateger';

/** `LATE=500 npm test`: every request is so many ms late, which shows who acts on a page before it has come. */
const LATE = Number(process.env.LATE ?? 0);

export const test = base.extend<object, { samverk: Server }>({
	samverk: [
		async ({}, use) => {
			const server = await Server.start(['--demo']);
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' },
	],
});

/** A new browser, as another device: nothing is remembered in it. */
export async function device(browser: Browser, who: Somebody, url: string, options = {}): Promise<Page> {
	const context = await browser.newContext({ locale: who.locale, baseURL: url, ...options });
	if (LATE)
		await context.route('**/graphql*', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, LATE));
			// The page may have gone.
			await route.continue().catch(() => {});
		});
	const page = await context.newPage();
	// A page that is in order says nothing in the console, and nothing breaks the content security policy.
	page.on('pageerror', (error) => {
		// A page that is fetched beforehand while a test has cut the wire.
		if (/Unable to preload|Failed to fetch dynamically imported/.test(error.message)) return;
		throw error;
	});
	page.on('console', (message) => {
		if (/Content Security Policy|Refused to/.test(message.text())) throw new Error(message.text());
	});
	return page;
}

/** Signs in as one of the demo people. */
export async function signedIn(browser: Browser, who: Somebody, url: string, options = {}): Promise<Page> {
	const page = await device(browser, who, url, options);
	await page.goto('/sign-in');
	await page.getByRole('button', { name: who.name }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(who.name.split(' ')[0]!);
	return page;
}

/** Starts a conversation in the network that all are in, and gives its address. */
export async function startThread(page: Page, button: string, label: string, subject: string) {
	await page.goto('/networks/miljostrateger');
	await page.locator('summary', { hasText: button }).click();
	const form = page.locator('details').filter({ hasText: button });
	await form.getByLabel(label).fill(subject);
	await form.getByLabel(label).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
	return new URL(page.url()).pathname;
}

/** The message with these words. */
export const said = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

/** Changes the language in the person's own menu. */
export async function speak(page: Page, from: { menu: string; label: string }, language: string) {
	await page.locator('summary', { hasText: '' }).and(page.getByLabel(from.menu)).click();
	await page.getByLabel(from.label).first().selectOption(language);
	await expect(page.locator('html')).toHaveAttribute('lang', language);
	await page.keyboard.press('Escape');
}

/** Neither the law's rules nor those of the newest guidelines find a fault on the page; `rules` are all, where left out. */
export async function expectAccessible(page: Page, what: string, rules?: string[]) {
	const axe = new AxeBuilder({ page });
	if (rules) axe.withRules(rules);
	else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
	const { violations } = await axe.analyze();
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
	);
	// Soft: the other pages are looked at too.
	expect.soft(found, what).toEqual([]);
}

/** Nothing sticks out to the side. */
export async function expectNoSideways(page: Page, what: string) {
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content, what).toBeLessThanOrEqual(window);
}

/** Follows a link, and waits for where it leads: what is there may have the same names as what is here. */
export async function follow(link: Locator) {
	const page = link.page();
	const from = page.url();
	await link.click();
	await page.waitForURL((url) => url.href !== from);
}

/** Goes to a conversation by the menu, as people do. */
export async function openThread(page: Page, place: string, subject: string) {
	await follow(page.getByRole('navigation').getByRole('link', { name: place }).first());
	await follow(page.getByRole('link', { name: subject }));
	await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
}

/** Says something in the conversation that is open. */
export async function say(page: Page, label: string, text: string) {
	await page.getByLabel(label, { exact: true }).fill(text);
	await page.keyboard.press('Control+Enter');
}
