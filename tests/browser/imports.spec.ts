// A programme with its actions out of a sheet: every row is seen and mended first, then all of them are taken over.

import { expect } from '@playwright/test';
import { expectAccessible, expectNoSideways, follow, KARIN, signedIn, test } from './people.ts';

const HEAD =
	'Fokusområde;Övergripande mål;Etappmål;Etappmålet nås senast;Titel;Beskrivning;Status;Kostnad;Globala mål (FN);Länkar;Milstolpar';
const sheet = (...rows: string[]) => ({
	name: 'plan.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from([HEAD, ...rows, ''].join('\r\n')),
});

test('a sheet of actions is looked over, mended and taken over whole', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	const programme = page.getByRole('heading', { level: 1, name: /^Klimat- och miljöpolitiskt program/ });
	await expect(programme).toBeVisible();
	await follow(page.getByRole('link', { name: 'Läs in program och åtgärder' }));
	const file = page.getByLabel('Fil', { exact: true });

	await test.step('a file without our headings is refused in words', async () => {
		await file.setInputFiles({
			name: 'lista.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from('a;b\r\n1;2\r\n'),
		});
		await expect(
			page.getByText('Filen har inga rubriker som vi känner igen.', { exact: false }),
		).toBeVisible();
	});

	await test.step('what is wrong is said beside its row, and nothing is taken over yet', async () => {
		await file.setInputFiles(
			sheet(
				'Resor;Fler cyklar;Var fjärde resa;2030;Cykelgarage;Vid stationen.;Pågår;1 200 000;13;Planen: https://haninge.example/plan;2027 Invigning',
				'Resor;Fler cyklar;Var fjärde resa;2030;Lånecyklar;Att prova.;snart;;"11; 18"',
				'Resor;Fler cyklar;Var fjärde resa;2030;Cykelgarage;Ett till, vid skolan.;Idé;',
			),
		);
		await expect(page.getByRole('heading', { level: 1, name: 'plan.csv' })).toBeVisible();
		await expect(page.getByText('En rad har något som ska rättas.')).toBeVisible();
		await expect(page.getByText('En rad har en titel som redan finns.', { exact: false })).toBeVisible();
		await expect(page.getByRole('columnheader', { name: 'FN:s globala mål' })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Ta över 3 rader' })).toBeDisabled();
		await expectAccessible(page, 'preview');
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoSideways(page, 'preview on a phone');
		await page.setViewportSize({ width: 1280, height: 900 });
	});

	await test.step('a row is mended, another decided about', async () => {
		const wrong = page.getByRole('listitem').filter({ hasText: 'Lånecyklar' });
		await expect(wrong.getByText('”snart” är ingen status.', { exact: false })).toBeVisible();
		await expect(wrong.getByText('”18” är inget av FN:s globala mål.', { exact: false })).toBeVisible();
		await wrong.getByLabel('FN:s globala mål').fill('11\nSDG 12');
		await wrong.getByLabel('Status').fill('Planerad');
		await wrong.getByLabel('Status').press('Enter');
		await expect(wrong).toHaveCount(0);
		await expect(page.getByRole('radio', { name: 'Hoppa över raden' })).toBeFocused();
		await page.getByRole('radio', { name: 'Hoppa över raden' }).check();
		await expect(page.getByText('Alla rader går att ta över.')).toBeVisible();
		await expect(page.getByRole('radio', { name: 'Hoppa över raden' })).toBeFocused();
	});

	await test.step('all are taken over: the outline is built and the actions serve it', async () => {
		await page.getByRole('button', { name: /^Ta över/ }).click();
		await expect(programme).toBeVisible();
		await expect(page.getByText('Resor', { exact: true })).toBeVisible();
		const target = page.getByRole('listitem').filter({ hasText: 'Var fjärde resa' });
		await expect(target.getByRole('link', { name: 'Cykelgarage' })).toHaveCount(1);
		for (const goal of ['Bekämpa klimatförändringarna', 'Hållbara städer', 'Hållbar konsumtion']) {
			await expect(target).toContainText(goal);
		}
		await follow(target.getByRole('link', { name: 'Lånecyklar' }));
		await expect(page.getByRole('heading', { level: 1, name: 'Lånecyklar' })).toBeVisible();
		await expect(page.getByText('Planerad', { exact: true })).toBeVisible();
		await page.goBack();
		await follow(target.getByRole('link', { name: 'Cykelgarage' }));
		await expect(page.getByRole('link', { name: 'Planen' })).toHaveAttribute(
			'href',
			/haninge\.example\/plan/,
		);
		await expect(page.getByText('Invigning')).toBeVisible();
	});
	await page.context().close();
});

test('a sheet that comes again updates the actions that it names', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Läs in program och åtgärder' }));
	await expect(page).toHaveURL(/\/import$/);
	const form = page.url();
	const file = page.getByLabel('Fil', { exact: true });
	const changed = (...names: string[]) =>
		names.map((name) => page.getByRole('listitem').filter({ hasText: name }));

	await test.step('it came once', async () => {
		await file.setInputFiles(
			sheet(
				';;;;Solfångare;På simhallens tak.;Planerad;1000000',
				';;;;Laddstolpar;Vid torget.;Idé;5000',
				';;;;Matsvinn;Väg det som slängs.;Idé;',
			),
		);
		await page.getByRole('button', { name: 'Ta över 3 rader' }).click();
		await expect(page).toHaveURL(/\/programme\/[^/]+$/);
	});

	await test.step('what is new in it is shown cell by cell, and what is not is left out', async () => {
		await page.goto(form);
		await file.setInputFiles(
			sheet(
				';;;;Solfångare;På simhallens nya tak.;Pågår;1200000',
				';;;;Laddstolpar;;Planerad;;;;2028 Klart',
				';;;;Matsvinn;Väg det som slängs.;Idé;',
			),
		);
		await expect(page.getByText('2 rader har titlar som redan finns.', { exact: false })).toBeVisible();
		await expect(
			page.getByText('En rad säger det som redan står i programmet', { exact: false }),
		).toBeVisible();
		const [first, second] = changed('Solfångare', 'Laddstolpar');
		const facts = first!.getByRole('definition');
		await expect(first!.getByRole('term')).toHaveText(['Beskrivning', 'Status', 'Kostnad']);
		await expect(facts.nth(0).locator('ins')).toContainText('nya');
		await expect(facts.nth(1).locator('del')).toContainText('Planerad');
		await expect(facts.nth(1).locator('ins')).toContainText('Pågår');
		await expect(facts.nth(2)).toContainText('1\u00a0200\u00a0000\u00a0SEK');
		await expect(second!.getByRole('term')).toHaveText(['Status', 'Milstolpar (dag eller år, titel)']);
		await expect(second!.locator('ins')).toHaveText([/Planerad/, /31 december 2028 Klart/]);
		await expect(page.getByRole('row', { name: /Matsvinn/ })).toContainText('Inget nytt');
		await expectAccessible(page, 'differences');
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoSideways(page, 'differences on a phone');
		await page.setViewportSize({ width: 1280, height: 900 });
	});

	await test.step('all of them at once, or one by one', async () => {
		await page.getByRole('button', { name: 'Uppdatera alla' }).click();
		await expect(page.getByText('Alla rader går att ta över.')).toBeVisible();
		const [, second] = changed('Solfångare', 'Laddstolpar');
		await expect(second!.getByRole('radio', { name: /^Uppdatera/ })).toBeChecked();
		await second!.getByRole('radio', { name: 'Hoppa över raden' }).check();
		await expect(page.getByRole('row', { name: /Laddstolpar/ })).toContainText('Hoppas över');
		await expect(page.getByRole('row', { name: /Solfångare/ })).toContainText('Uppdateras');
		await page.getByRole('button', { name: 'Ta över raden' }).click();
		await expect(page).toHaveURL(/\/programme\/[^/]+$/);
	});

	await test.step('the action says it, and its history what it said', async () => {
		await follow(page.getByRole('link', { name: 'Solfångare' }));
		await expect(page.getByText('På simhallens nya tak.')).toBeVisible();
		// The status, and its history.
		await expect(page.getByText('Pågår', { exact: true })).toHaveCount(2);
	});
	await page.context().close();
});

test('a programme is taken along, changed in one cell and brought in again', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	const download = page.waitForEvent('download');
	const along = page.getByText('Programmet och dess åtgärder som kalkylblad', { exact: false });
	await along.getByRole('link', { name: 'CSV' }).click();
	const taken = await download;
	expect(taken.suggestedFilename()).toMatch(/^Klimat- och miljöpolitiskt program.*\.csv$/);
	const text = Buffer.concat(await (await taken.createReadStream()).toArray()).toString();
	await follow(page.getByRole('link', { name: 'Läs in program och åtgärder' }));
	const form = page.url();
	const send = (words: string) =>
		page
			.getByLabel('Fil', { exact: true })
			.setInputFiles({ name: 'programmet.csv', mimeType: 'text/csv', buffer: Buffer.from(words) });

	await test.step('as it is, it says nothing new', async () => {
		await send(text);
		await expect(page.getByText('Filen säger ingenting som inte redan står i programmet.')).toBeVisible();
		await expect(page.getByRole('button', { name: /^Ta över/ })).toHaveCount(0);
		await expect(page.getByRole('row', { name: /Inget nytt/ }).first()).toBeVisible();
	});

	await test.step('what was written in it is what changes', async () => {
		await page.goto(form);
		await send(text.replace(';840000;', ';850000;'));
		const row = page.getByRole('listitem').filter({ hasText: 'Elcyklar i stället för bilar' });
		await expect(row.getByRole('term')).toHaveText(['Kostnad']);
		await row.getByRole('radio', { name: /^Uppdatera/ }).check();
		await page.getByRole('button', { name: 'Ta över raden' }).click();
		await expect(page).toHaveURL(/\/programme\/[^/]+$/);
		await follow(page.getByRole('link', { name: 'Elcyklar i stället för bilar' }).first());
		await expect(page.getByText('850\u00a0000', { exact: false }).first()).toBeVisible();
	});
	await page.context().close();
});
