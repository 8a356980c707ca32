// The library by facets.

import { expect } from '@playwright/test';
import { follow, INGEBORG, KARIN, signedIn, test } from './people.ts';

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
	await follow(chosen.getByRole('link', { name: /Norge/ }));
	await expect(found).toHaveText(all!);
	await page.goBack();
	await expect(page.getByRole('checkbox', { name: /^Norge/ })).toBeChecked();
	await page.context().close();
});

test('a word finds what the neighbours call by another name, and says which', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, INGEBORG, samverk.url);
	await page.keyboard.press('/');
	await page.keyboard.type('overvatn');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/actions\?.*overvatn/);
	const also = page.getByText('Her blir det òg søkt etter:', { exact: false });
	// Each name is in its own language, so that it is read out as it should be.
	await expect(also.locator('[lang="sv"]').getByText('dagvatten')).toBeVisible();
	await expect(also.locator('[lang="nb"]').getByText('overvann')).toBeVisible();
	await expect(
		page.getByRole('link', { name: 'Skugga på förskolegården före nästa värmebölja' }),
	).toBeVisible();
	await page.context().close();
});
