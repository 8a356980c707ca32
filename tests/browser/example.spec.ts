// A good example: what was done is told by questions, with a picture, and shown as one.

import { expect } from '@playwright/test';
import { follow, KARIN, signedIn, test } from './people.ts';

/** One white dot. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
	'base64',
);

test('an action is told as a good example, with milestones and a picture', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	const saved = page.getByText('Sparat', { exact: true });
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Översyn av bilpoolen: färre bilar, bättre använda' }));
	await follow(page.getByRole('link', { name: 'Redigera', exact: true }));

	await test.step('a milestone is added in a group that was closed', async () => {
		await page.locator('summary', { hasText: 'Milstolpar' }).click();
		await page.getByRole('button', { name: 'Lägg till en milstolpe' }).click();
		await page.getByLabel('Milstolpe').fill('Avtalet är tecknat');
		await page.getByLabel('Ska vara klar').fill('2020-01-31');
		await expect(saved).toBeVisible();
	});

	await test.step('the questions say what is missing, and forbid nothing', async () => {
		await follow(page.getByRole('link', { name: 'Skriv som gott exempel' }));
		await expect(page.getByRole('heading', { level: 1, name: 'Skriv som gott exempel' })).toBeVisible();
		const missing = page.getByRole('listitem').filter({ hasText: 'Vilket problem ville ni lösa?' });
		await expect(missing).toBeVisible();
		await page.getByLabel('Vilket problem ville ni lösa?').fill('Bilarna stod stilla.');
		await expect(missing).toHaveCount(0);
		await expect(saved).toBeVisible();
	});

	await test.step('a file that is not what it says is refused in words; a picture is taken', async () => {
		const choose = page.getByLabel('Välj en fil');
		await choose.setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: PNG });
		await page.getByRole('button', { name: 'Lägg till filen' }).click();
		await expect(page.getByText('Det ska sluta på .png', { exact: false })).toBeVisible();
		await choose.setInputFiles({ name: 'bil.png', mimeType: 'image/png', buffer: PNG });
		await page.getByLabel('Vad ser man på bilden?').fill('En tom parkering');
		await page.getByRole('button', { name: 'Lägg till filen' }).click();
		await expect(page.getByText('bil.png är sparad.')).toBeVisible();
	});

	await test.step('it is published and shown as a good example', async () => {
		await expect(page.getByLabel('Visa åtgärden som ett gott exempel')).toBeChecked();
		await page.getByRole('button', { name: /^Publicera/ }).click();
		await expect(page.getByText('Gott exempel', { exact: true })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Problemet' })).toBeVisible();
		await expect(page.getByText('Avtalet är tecknat')).toBeVisible();
		await expect(page.getByText('försenat', { exact: true })).toBeVisible();
		const picture = page.getByRole('img', { name: 'En tom parkering' });
		await expect(picture).toBeVisible();
		await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
	});
	await page.context().close();
});
