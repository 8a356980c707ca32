// Follow-up: a member's own form on a phone, the strategist's round, and the report on at most two printed pages.

import { expect, type Page } from '@playwright/test';
import { device, expectAccessible, expectNoSideways, follow, KARIN, signedIn, test } from './people.ts';

/** Karin's programme, and its open round. */
async function openRound(page: Page) {
	await page.goto('/programme?all');
	await follow(page.getByRole('link', { name: /^Klimat- och miljöpolitiskt program/ }));
	await follow(page.getByRole('link', { name: 'Uppföljning', exact: true }));
	await follow(page.getByRole('link', { name: 'Uppföljning 2026' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Uppföljning 2026' })).toBeVisible();
}

/** How many pages the browser makes of what it would print. */
async function printed(page: Page): Promise<number> {
	const pdf = await page.pdf({
		format: 'A4',
		margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' },
	});
	return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

test('a member answers her own form, and the round shows it', async ({ browser, samverk }) => {
	const phone = await signedIn(browser, KARIN, samverk.url, { viewport: { width: 320, height: 700 } });
	await follow(phone.getByRole('link', { name: /^Uppföljning 2026: / }));
	const question = phone.getByRole('region', { name: /^Resorna med egen bil/ });
	await expect(question.getByText('Förra gången:')).toBeVisible();
	await expectNoSideways(phone, 'form');
	await question.getByRole('radio', { name: 'Nått' }).check();
	await question.getByLabel('Berätta kort').fill('Avgiften gjorde skillnad.');
	await expect(question.getByText('Sparat', { exact: false })).toBeVisible();
	await question.getByLabel('Berätta kort').blur();
	await expectAccessible(phone, 'form');
	await phone.reload();
	await expect(question.getByLabel('Berätta kort')).toHaveValue('Avgiften gjorde skillnad.');

	await openRound(phone);
	await expect(phone.getByText('Avgiften gjorde skillnad.')).toBeVisible();
	await expectNoSideways(phone, 'round');
	await expectAccessible(phone, 'round');
	await phone.context().close();
});

test('a report is filled in, shared, and never longer than two printed pages', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await openRound(page);
	await follow(page.getByRole('link', { name: /rapport till politiken/i }));
	await page.getByRole('button', { name: 'Skriv rapport till politiken' }).click();
	await expect(page.getByLabel('Vad vi har gjort')).toHaveValue(/delmål/);
	expect(await printed(page)).toBeLessThanOrEqual(2);

	// As much as the editor says will fit.
	await page
		.getByLabel('Vad vi har gjort')
		.fill('Vi har arbetat med stort och smått under hela året här. '.repeat(60));
	await page.getByLabel('Vad som driver arbetet').fill('');
	await page.getByLabel('Vad vi ber er besluta').fill('');
	await page.getByLabel('Vad vi ber er besluta').blur();
	await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
	expect(await printed(page)).toBeLessThanOrEqual(2);
	await page.getByLabel('Vad som driver arbetet').fill('Mycket mer text än så. '.repeat(250));
	await page.getByLabel('Vad som driver arbetet').blur();
	await expect(page.getByText(/för långt för två sidor/)).toBeVisible();
	await page.getByLabel('Vad som driver arbetet').fill('Viljan.');
	await page.getByLabel('Vad som driver arbetet').blur();
	await expect(page.getByText('Sparat', { exact: true })).toBeVisible();

	await page.getByLabel('Vem är länken till?').fill('Nämnden');
	await page.getByRole('button', { name: 'Skapa länk' }).click();
	const link = page.getByRole('link', { name: /\/reports#/ });
	await expect(link).toBeVisible();
	const secret = (await link.getAttribute('href'))!.split('#')[1]!;
	const reader = await device(browser, KARIN, samverk.url);
	await reader.goto(`/reports#${secret}`);
	await expect(reader.getByText('Viljan.')).toBeVisible();
	await expectAccessible(reader, 'report');
	expect(await printed(reader)).toBeLessThanOrEqual(2);
	await page.getByRole('button', { name: /^Återkalla ?: Nämnden$/ }).click();
	await expect(page.getByText(/^Återkallad/)).toBeVisible();
	await reader.reload();
	await expect(reader.getByText('Länken är återkallad', { exact: false })).toBeVisible();
	await Promise.all([page.context().close(), reader.context().close()]);
});
