// The story without a mouse.

import { expect, type Page } from '@playwright/test';
import { device, INGEBORG, test } from './people.ts';

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: RegExp | string) {
	const wanted = typeof name === 'string' ? new RegExp(`^${name}$`) : name;
	for (let pressed = 0; pressed < 120; pressed++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement as HTMLElement | null;
			const labels = (element as HTMLInputElement | null)?.labels;
			return element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
		});
		if (wanted.test(focused.replace(/\s+/g, ' ').trim())) return;
	}
	throw new Error(`Tab does not come to ${wanted}`);
}

test('sign in, find, copy, and talk by keyboard only', async ({ browser, samverk }) => {
	const page = await device(browser, INGEBORG, samverk.url);
	await page.goto('/sign-in');
	await expect(page.getByRole('heading', { level: 1, name: 'Logg inn' })).toBeVisible();

	// The first stop on every page leads past the menu.
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Hopp til innhaldet' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('#content')).toBeFocused();

	await tabTo(page, /^Ingeborg Fjørtun/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Hei, Ingeborg' })).toBeVisible();

	await page.keyboard.press('/');
	await page.keyboard.type('nattvandring');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: /^Nattvandring/ })).toBeVisible();
	await tabTo(page, /^Nattvandring/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: /^Nattvandring/ })).toBeVisible();

	await tabTo(page, 'Kopier til programmet vårt');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Kopier til programmet dykkar' })).toBeVisible();
	await tabTo(page, /^Kopier til .*\d{4}/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Rediger tiltaket' })).toBeVisible();

	await tabTo(page, 'Slett');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(page.getByRole('button', { name: 'Slett' })).toBeFocused();

	await page.goto('/conversations');
	await tabTo(page, /^Ord på båda sidor om gränsen/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Ord på båda sidor om gränsen' })).toBeVisible();
	await tabTo(page, 'Skriv ei melding');
	await page.keyboard.type('Skrive utan mus.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('article').filter({ hasText: 'Skrive utan mus.' })).toHaveCount(1);
	await page.context().close();
});

test('the person’s menu closes with Escape and gives the focus back', async ({ browser, samverk }) => {
	const page = await device(browser, INGEBORG, samverk.url);
	await page.goto('/sign-in');
	await page.getByRole('button', { name: INGEBORG.name }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hei, Ingeborg' })).toBeVisible();
	await tabTo(page, 'Ingeborg Fjørtun, menyen din');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Profilen din' })).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('link', { name: 'Profilen din' })).toBeHidden();
	await expect(page.getByLabel('Ingeborg Fjørtun, menyen din')).toBeFocused();
	await page.context().close();
});
