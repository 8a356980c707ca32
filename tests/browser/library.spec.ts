// The library by facets.

import { expect } from '@playwright/test';
import { follow, KARIN, signedIn, test } from './people.ts';

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
