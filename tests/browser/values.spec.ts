// Values of indicators out of files: Kolada's answer and a table of one's own, seen first and then taken over.

import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideways, follow, INGEBORG, KARIN, signedIn, test } from './people.ts';

const record = (kpi: string, municipality: string, period: number, value: number) => ({
	kpi,
	municipality,
	period,
	values: [{ gender: 'T', count: 1, status: '', value, isdeleted: false }],
});
const answer = (...values: ReturnType<typeof record>[]) => ({
	name: 'kolada.json',
	mimeType: 'application/json',
	buffer: Buffer.from(JSON.stringify({ values, count: values.length, next_url: null })),
});
const csv = (...rows: string[]) => ({
	name: 'egna.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(['Indikator;År;Värde;Källa', ...rows, ''].join('\r\n')),
});

async function openValues(page: Page) {
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Redigera programmet' }));
	await page.getByRole('link', { name: 'Läs in värden från en fil' }).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Läs in värden från en fil' })).toBeVisible();
}

test('values come out of files: a wrong cell is named, what would change is seen first', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await openValues(page);
	await expect(page.getByText('N00401', { exact: false })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Öppna Koladas svar för er kommun' })).toHaveAttribute(
		'href',
		/kpi\/N07702,N00401,N85533\/municipality\/0136$/,
	);
	const file = page.getByLabel('Fil', { exact: true });

	await test.step('a file that cannot be taken says why, and which cell it is', async () => {
		await file.setInputFiles(csv('Solel från kommunens tak;2026;mycket;'));
		await expect(page.getByText('C2: här ska det stå ett tal, men det står ”mycket”')).toBeVisible();
		await file.setInputFiles(answer(record('N00401', '0180', 2024, 1.5)));
		await expect(page.getByText(/bara för andra: Stockholm/)).toBeVisible();
		await expectAccessible(page, 'a wrong file');
	});

	await test.step('an answer is shown before anything changes: new, changed, as before, and nobody’s', async () => {
		await file.setInputFiles(
			answer(
				record('N00401', '0136', 2023, 1.9),
				record('N00401', '0136', 2024, 1.8),
				record('N00401', '0136', 2025, 1.7),
				record('N07945', '0136', 2025, 9.5),
				record('N99999', '0136', 2025, 1),
			),
		);
		await expect(page.getByRole('heading', { level: 1, name: 'kolada.json' })).toBeVisible();
		await expect(page.getByText('Nya: 1. Ändras: 1. Som förut: 1.')).toBeVisible();
		const table = page.getByRole('region', { name: /Utsläpp av växthusgaser per invånare/ });
		await expect(table.getByRole('row').filter({ hasText: '2024' })).toContainText(/1,85.*1,8.*Ändras/);
		await expect(table.getByRole('row').filter({ hasText: '2025' })).toContainText(/–.*1,7.*Ny/);
		await expect(page.getByText('Som förut: 2023')).toBeVisible();
		await expect(page.getByText('Andel elbilar (N07945): ett värde')).toBeVisible();
		await expect(page.getByText(/inte finns i katalogen: N99999/)).toBeVisible();
		await expectAccessible(page, 'preview');
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectAccessible(page, 'preview, dark', ['color-contrast', 'link-in-text-block']);
		await page.emulateMedia({ colorScheme: 'light' });
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoSideways(page, 'preview on a phone');
		await page.setViewportSize({ width: 1280, height: 900 });
	});

	await test.step('it is taken over by keyboard, with its source and terms', async () => {
		await expect(page.getByLabel('Källa', { exact: true })).toHaveValue('Kolada (RKA)');
		await page.getByLabel('Villkor', { exact: true }).fill('Fri användning, källan anges');
		await page.getByLabel('Villkor', { exact: true }).press('Enter');
		await expect(
			page.getByRole('heading', { level: 1, name: /^Klimat- och miljöpolitiskt program/ }),
		).toBeVisible();
		await follow(page.getByRole('link', { name: 'Redigera programmet' }));
		const indicator = page.getByRole('listitem').filter({ hasText: 'Utsläpp av växthusgaser per invånare' });
		await indicator.getByRole('button', { name: /^Värden/ }).click();
		const row = indicator.getByRole('row').filter({ hasText: '2025' });
		await expect(row).toContainText(/1,7.*Kolada \(RKA\), Fri användning/);
		await page.goBack();
	});

	await test.step('a table of one’s own says its sources itself', async () => {
		await openValues(page);
		await page
			.getByLabel('Fil', { exact: true })
			.setInputFiles(csv('Solel från kommunens tak;2026;3,4;Taken'));
		await expect(page.getByRole('region', { name: /Solel från kommunens tak/ })).toContainText('3,4');
		await page.getByRole('button', { name: 'Ta över värdena' }).press('Enter');
		await expect(
			page.getByRole('heading', { level: 1, name: /^Klimat- och miljöpolitiskt program/ }),
		).toBeVisible();
		await page.goBack();
		await expect(page.getByText('Filen är inläst.', { exact: false })).toBeVisible();
	});

	await test.step('others can neither send one in nor see it', async () => {
		const path = new URL(page.url()).pathname;
		const phone = await signedIn(browser, INGEBORG, samverk.url, { viewport: { width: 320, height: 640 } });
		for (const address of [path, path.replace(/\/[^/]*$/, '')]) {
			await phone.goto(address);
			await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(phone.getByLabel('Fil', { exact: true })).toHaveCount(0);
			await expectNoSideways(phone, address);
		}
		await phone.context().close();
	});
	await page.context().close();
});
