// The inventory: climate risks in one's own words, and emissions out of a file that is looked at before it is taken over.

import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideways, follow, INGEBORG, KARIN, signedIn, test } from './people.ts';

async function openInventory(page: Page) {
	await page.goto('/programme?all');
	await follow(page.getByRole('link', { name: 'Nuläge för Haninge' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Nuläge för Haninge' })).toBeVisible();
}

/** A file by our own template. */
const csv = (name: string, ...rows: string[]) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(['Sektor;År;Ton CO2e;Källa;Licens', ...rows, ''].join('\r\n')),
});

test('a climate risk is written, changed, moved and removed by keyboard', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await openInventory(page);
	const fresh = page.getByRole('button', { name: 'Ny klimatrisk' });
	await fresh.press('Enter');
	await expect(page.getByLabel('Vad hotas?')).toBeFocused();
	await page.keyboard.type('Ras längs Strandvägen');
	await page.getByLabel('Hur allvarligt är det?').selectOption('Allvarlig');
	await page.getByLabel(/^Beskrivning/).fill('Leran rör sig efter långa regn.');
	await expectAccessible(page, 'a new risk');
	await page.getByRole('button', { name: 'Spara', exact: true }).press('Enter');
	const risk = page.getByRole('listitem').filter({ hasText: 'Ras längs Strandvägen' });
	await expect(risk).toContainText('Allvarlig');
	await expect(risk).toContainText('Leran rör sig efter långa regn.');
	await expect(fresh).toBeFocused();

	await page.getByRole('button', { name: 'Redigera Ras längs Strandvägen' }).press('Enter');
	await expect(page.getByLabel('Vad hotas?')).toBeFocused();
	await page.getByLabel('Vad hotas?').fill('Ras längs Kustvägen');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Redigera Ras längs Kustvägen' })).toBeFocused();

	const first = page.getByRole('heading', { level: 3 }).first();
	const up = page.getByRole('button', { name: 'Flytta upp Ras längs Kustvägen' });
	const names = page.getByRole('heading', { level: 3 });
	const place = (await names.allTextContents()).findIndex((name) => name.includes('Kustvägen'));
	for (let at = place; at > 0; at--) {
		await up.press('Enter');
		await expect(names.nth(at - 1)).toContainText('Kustvägen');
	}
	await expect(first).toContainText('Kustvägen');
	await expect(up).toBeDisabled();

	const remove = page.getByRole('button', { name: 'Ta bort Ras längs Kustvägen' });
	await remove.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Ta bort klimatrisken?' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(remove).toBeFocused();
	await remove.press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).press('Enter');
	await expect(remove).toHaveCount(0);
	await page.context().close();
});

test('emissions come out of a file: a wrong cell is named, the right ones are seen first', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await openInventory(page);
	await follow(page.getByRole('link', { name: 'Läs in utsläpp' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Läs in utsläpp' })).toBeVisible();
	await expectAccessible(page, 'reading a file in');
	const file = page.getByLabel('Fil', { exact: true });

	await test.step('a wrong file says which cell', async () => {
		await file.setInputFiles(
			csv('fel.csv', 'Jordbruk;2023;9100;Egen;Egen', 'Jordbruk;i fjol;9000;Egen;Egen'),
		);
		await expect(page.getByText(/3.*här ska det stå ett år, men det står ”i fjol”/)).toBeVisible();
		await expectAccessible(page, 'a wrong file');
	});

	await test.step('a right one is shown before anything changes', async () => {
		await file.setInputFiles(
			csv(
				'egna.csv',
				'Jordbruk;2023;9 100;Egen räkning;CC0 1.0',
				'Jordbruk;2025;8 750,5;Egen räkning;CC0 1.0',
			),
		);
		await expect(page.getByRole('heading', { level: 1, name: 'Det här skulle ändras' })).toBeVisible();
		const changes = page.getByRole('region', { name: '2 siffror ändras' });
		await expect(changes.getByRole('row').filter({ hasText: '2025' })).toContainText(/8\s751/);
		await expect(changes.getByRole('row').filter({ hasText: '2025' })).toContainText('Ny');
		await expectAccessible(page, 'preview');
	});

	await test.step('it is taken over, under its source and terms', async () => {
		await page.getByLabel('Källa', { exact: true }).fill('Egen räkning 2025');
		await page.getByLabel('Villkor', { exact: true }).fill('CC0 1.0');
		await page.getByRole('button', { name: 'Ta över siffrorna' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Nuläge för Haninge' })).toBeVisible();
		await page.getByLabel('Räknat av').selectOption('Egna siffror');
		await expect(page.getByText(/Källa: .*CC0 1\.0/)).toBeVisible();
		await page.getByText('Visa siffrorna', { exact: true }).click();
		await expect(
			page
				.getByRole('region', { name: 'Visa siffrorna' })
				.getByRole('cell', { name: /^8\s751$/ })
				.first(),
		).toBeVisible();
		await expect(page.getByRole('link', { name: 'egna.csv' })).toBeVisible();
	});

	await test.step('another municipality reads it, on a phone, and changes nothing', async () => {
		const phone = await signedIn(browser, INGEBORG, samverk.url, { viewport: { width: 320, height: 640 } });
		await phone.goto(new URL(page.url()).pathname);
		await expect(phone.getByRole('heading', { level: 1, name: 'Status for Haninge' })).toBeVisible();
		await expect(phone.getByRole('link', { name: 'Les inn utslepp' })).toHaveCount(0);
		await expect(phone.getByRole('button', { name: 'Ny klimarisiko' })).toHaveCount(0);
		await expectNoSideways(phone, 'an inventory on a phone');
		await expectAccessible(phone, 'an inventory');
		await phone.context().close();
	});
	await page.context().close();
});
