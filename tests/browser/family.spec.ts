// What becomes of a copy: its origin publishes again, the copy takes what it wants, and all of it can be undone.

import { expect } from '@playwright/test';
import { expectAccessible, KARIN, signedIn, test } from './people.ts';

const COPY = 'Återbruksinventering innan kommunhusets gamla del byggs om';

test('what an origin has published is taken into the copy, and the copy goes back to what it said', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);

	await test.step('the home page tells of it', async () => {
		const news = page.getByRole('region', { name: 'Nytt i det ni har kopierat' });
		await news.getByRole('link', { name: COPY }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Nytt från ursprunget' })).toBeVisible();
	});

	await test.step('the difference is shown word by word, and is taken', async () => {
		await expect(page.getByText('Två personer hinner inte med ett stort hus på en dag')).toBeVisible();
		await expect(page.locator('ins').filter({ hasText: 'två gånger' })).toBeVisible();
		await expectAccessible(page);
		await page.getByRole('button', { name: /^Ta in texten.*Beskrivning$/ }).click();
		await expect(page.getByText('Beskrivning: intaget i ert utkast.')).toBeVisible();
		await expect(page.getByText('Inget nytt väntar', { exact: false })).toBeVisible();
	});

	await test.step('the family is a tree from the first ancestor down', async () => {
		await page.getByRole('link', { name: 'Till åtgärden' }).click();
		await page.getByRole('link', { name: 'Se hela släkten' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Åtgärdens släkt' })).toBeVisible();
		const tree = page.getByRole('region', { name: 'Släkten har 3 åtgärder' });
		await expect(tree.getByRole('listitem').first()).toContainText('Trondheim');
		await expect(tree.locator('li li li')).toContainText(COPY);
		await tree.getByRole('button', { name: 'En kopia' }).first().click();
		await expect(tree.locator('li li li')).toBeHidden();
	});

	await test.step('an earlier version is restored as a new one', async () => {
		await page.getByRole('link', { name: 'Till åtgärden' }).click();
		await page.getByRole('link', { name: 'Tidigare versioner' }).click();
		await page.getByRole('button', { name: /^Återställ.*Version 1$/ }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Återställ' }).click();
		await expect(page.getByText('Version 1 är återställd som ett nytt utkast.')).toBeVisible();
		await expect(page.getByRole('heading', { name: /^Version 3/ })).toBeVisible();
	});
	await page.context().close();
});
