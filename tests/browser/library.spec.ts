// The library by facets, and "we look for": asked by one, answered by another, copied from the answer.

import { expect } from '@playwright/test';
import { INGEBORG, KARIN, signedIn, test } from './people.ts';

test('what is chosen stands in the address, and the back button takes it back', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/actions');
	const found = page.locator('#found');
	await expect(found).toBeVisible();
	const all = await found.textContent();
	await page.locator('summary', { hasText: /^\s*Land/ }).click();
	await page.getByRole('checkbox', { name: /^Norge/ }).check();
	await expect(page).toHaveURL(/country=NO/);
	await expect(found).not.toHaveText(all!);
	const chosen = page.getByRole('list', { name: 'Det du har valt' });
	await expect(chosen.getByRole('link', { name: /Norge/ })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: /^Norge/ })).toBeChecked();
	await chosen.getByRole('link', { name: /Norge/ }).click();
	await expect(found).toHaveText(all!);
	await page.goBack();
	await expect(page.getByRole('checkbox', { name: /^Norge/ })).toBeChecked();
	await page.context().close();
});

test('asked in one municipality, answered in another, copied in one step', async ({ browser, samverk }) => {
	test.setTimeout(180_000);
	const karin = await signedIn(browser, KARIN, samverk.url);
	await karin.goto('/requests');
	await karin.getByLabel('Vad söker ni?').fill('Landström för små båtar');
	await karin.getByRole('button', { name: 'Skicka frågan' }).click();
	await expect(karin.getByRole('heading', { level: 1, name: 'Landström för små båtar' })).toBeVisible();

	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	await ingeborg.goto(new URL(karin.url()).pathname);
	await ingeborg.getByLabel('Peik på eit tiltak').fill('landstraum');
	await ingeborg.getByRole('button', { name: 'Søk', exact: true }).last().click();
	await ingeborg.getByRole('radio', { name: /^Landstraum ved/ }).check();
	await ingeborg.getByLabel('Nokre ord til').fill('Ring hamna først.');
	await ingeborg.getByRole('button', { name: 'Send svaret' }).click();
	await expect(ingeborg.getByText('Svaret er sendt.')).toBeVisible();

	await karin.goto('/');
	await karin.getByRole('link', { name: /Ett nytt svar – Landström/ }).click();
	await expect(karin.getByText('Ring hamna först.')).toBeVisible();
	await karin.getByRole('link', { name: 'Kopiera till vårt program' }).click();
	await expect(karin.getByRole('button', { name: /^Kopiera till/ })).toBeVisible();
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
});
