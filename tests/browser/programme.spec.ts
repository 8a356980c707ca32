// A programme is read by everybody and built by its own: goals, indicators with charts, and how targets stand.

import { expect } from '@playwright/test';
import { expectAccessible, expectNoSideways, follow, INGEBORG, KARIN, signedIn, test } from './people.ts';

test('a goal and a target are added, measured and judged', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Redigera programmet' }));
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
	// On paper every chart stands there, opened or not, and afterwards all is as it was.
	const charts = page.getByRole('img', { name: /Förskolegårdar med skugga/ });
	await expect(charts).toHaveCount(0);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect(charts).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(charts).toBeHidden();
	await expect(chart).toBeVisible();
	await expectNoSideways(page, 'a programme on a phone');
	await expectAccessible(page, 'a programme');
});

test('a programme made by mistake: a part finds another place, and then all of it goes', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme?all');
	await page.getByLabel('Programmets namn').fill('Misstaget');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Misstaget' })).toBeVisible();
	await follow(page.getByRole('link', { name: 'Redigera programmet' }).first());

	for (const area of ['Mat', 'Resor']) {
		await page.getByRole('button', { name: /^Lägg till fokusområde/ }).click();
		await page.getByLabel('Fokusområdets namn').fill(area);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 3, name: area })).toBeVisible();
	}
	await page.getByRole('button', { name: 'Lägg till mål Mat' }).click();
	await expect(page.getByLabel('Hör till')).toBeHidden();
	await page.getByLabel('Målet', { exact: true }).fill('Fler cyklar');
	await page.keyboard.press('Enter');

	const travel = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { level: 3, name: 'Resor' }) });
	await expect(page.getByRole('heading', { level: 4, name: 'Fler cyklar' })).toBeVisible();
	await expect(travel).not.toContainText('Fler cyklar');
	await page.getByRole('button', { name: 'Redigera Fler cyklar' }).click();
	await page.getByLabel('Hör till').selectOption('Resor');
	await expectAccessible(page, 'editing a goal that can be moved');
	await page.getByRole('button', { name: 'Spara', exact: true }).last().click();
	await expect(travel.getByRole('heading', { level: 4, name: 'Fler cyklar' })).toBeVisible();
	await page.getByText('Vem som har ändrat vad').click();
	await expect(page.getByText('flyttade målet ”Fler cyklar”')).toBeVisible();

	await page.getByRole('region', { name: 'Ta bort programmet' }).getByRole('button').click();
	const dialog = page.getByRole('dialog', { name: 'Ta bort programmet ”Misstaget”?' });
	await expect(dialog).toContainText('2 fokusområden');
	await expect(dialog).toContainText('1 övergripande mål');
	await expectAccessible(page, 'before a programme is deleted');
	await dialog.getByRole('button', { name: 'Ta bort' }).click();
	await expect(page).toHaveURL(/programme\?all/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Misstaget' })).toBeHidden();

	// One that is a record says why it stays.
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Redigera programmet' }));
	await page.getByRole('region', { name: 'Ta bort programmet' }).getByRole('button').click();
	await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
	await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Programmet har följts upp');
});

test('what is typed of a part stays when somebody else moves it meanwhile', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Redigera programmet' }));
	const goal = page.getByRole('heading', { level: 4 }).first();
	const name = (await goal.textContent())!;
	await page.getByRole('button', { name: `Redigera ${name}`, exact: true }).click();
	await page.getByLabel('Målet', { exact: true }).fill('Ett tydligare mål');

	const other = await page.context().newPage();
	await other.goto(page.url());
	await other.getByRole('button', { name: `Redigera ${name}`, exact: true }).click();
	const places = other.getByLabel('Hör till');
	await places.selectOption({ index: 1 });
	await other.getByRole('button', { name: 'Spara', exact: true }).last().click();
	await expect(places).toBeHidden();

	const save = page.getByRole('button', { name: 'Spara', exact: true }).last();
	await save.click();
	await expect(page.getByText('Någon annan har sparat under tiden.')).toBeVisible();
	await expect(page.getByLabel('Målet', { exact: true })).toHaveValue('Ett tydligare mål');
	await save.click();
	await expect(page.getByRole('heading', { level: 4, name: 'Ett tydligare mål' })).toBeVisible();
});
