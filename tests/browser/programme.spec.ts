// A programme is read by everybody and built by its own: goals, indicators with charts, and how targets stand.

import { expect } from '@playwright/test';
import { INGEBORG, KARIN, expectAccessible, expectNoSideways, signedIn, test } from './people.ts';

test('a goal and a target are added, measured and judged', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	await page.getByRole('link', { name: 'Redigera programmet' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Redigera programmet' })).toBeVisible();

	await page.getByRole('button', { name: /^Lägg till fokusområde/ }).click();
	await page.getByLabel('Fokusområdets namn').fill('Mat');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 3, name: 'Mat', exact: true })).toBeVisible();

	await page.getByRole('button', { name: 'Lägg till mål Mat', exact: true }).click();
	await page.getByLabel('Målet', { exact: true }).fill('Vi äter hållbart');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 4, name: 'Vi äter hållbart' })).toBeVisible();

	await page.getByRole('button', { name: 'Lägg till delmål Vi äter hållbart' }).click();
	await page.getByLabel('Delmålet', { exact: true }).fill('Hälften av maten är från länet');
	await page.getByLabel('Klart senast').fill('2030-12-31');
	await page.getByRole('button', { name: 'Spara', exact: true }).last().click();
	await expect(page.getByRole('button', { name: 'Bedöm Hälften av maten är från länet' })).toBeVisible();

	await page.getByRole('button', { name: 'Bedöm Hälften av maten är från länet' }).click();
	await page.getByLabel('Hur det går').selectOption('AT_RISK');
	await page.getByLabel(/^Varför/).fill('Avtalet löper till 2028.');
	await page.getByRole('button', { name: 'Spara', exact: true }).last().click();
	await expect(page.getByLabel('Hur det går')).toBeHidden();
	await expectAccessible(page, 'editing a programme');

	await page.getByRole('button', { name: 'Flytta upp Mat', exact: true }).click();
	await expect(page.getByText('Flyttat: Mat')).toBeVisible();

	await page.getByRole('button', { name: 'Ta bort Mat', exact: true }).click();
	await expect(page.getByRole('dialog')).toContainText('1 delmål');
	await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
	await expect(page.getByRole('heading', { level: 3, name: 'Mat', exact: true })).toBeHidden();
});

test('another municipality reads it, with charts and the figures behind them', async ({
	browser,
	samverk,
}) => {
	const karin = await signedIn(browser, KARIN, samverk.url);
	await karin.goto('/programme');
	await expect(karin.getByRole('link', { name: 'Redigera programmet' })).toBeVisible();
	const address = new URL(karin.url()).pathname;

	const page = await signedIn(browser, INGEBORG, samverk.url, { viewport: { width: 320, height: 700 } });
	await page.goto(address);
	await expect(page.getByText('KS 2023/00412')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Rediger programmet' })).toBeHidden();
	await page.getByText('Måling: Solel från kommunens tak').click();
	const chart = page.getByRole('img', { name: /Solel från kommunens tak/ });
	await expect(chart).toBeVisible();
	await page.locator('figure').filter({ has: chart }).getByText('Vis tala i ein tabell').click();
	await expect(page.getByRole('cell', { name: '2,9', exact: true })).toBeVisible();
	await expectNoSideways(page, 'a programme on a phone');
	await expectAccessible(page, 'a programme');
});
