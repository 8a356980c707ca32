// A conversation between two browsers: at once, in order, each message once, whatever the connection does.

import { expect, type Page } from '@playwright/test';
import { follow, INGEBORG, KARIN, openThread, said, say, signedIn, startThread, test } from './people.ts';
import { Wire } from './wire.ts';

const THREAD = 'Elsyklar i heimetenesta: korleis gjekk det om vinteren?';

const open = (page: Page, place: string) => openThread(page, place, THREAD);

test('two talk, each sees who is here, who writes, and what is said', async ({ browser, samverk }) => {
	const karin = await signedIn(browser, KARIN, samverk.url);
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	await open(karin, 'Samtal');
	await open(ingeborg, 'Samtalar');

	await expect(karin.getByText('Här nu: Ingeborg Fjørtun (Ålesund)')).toBeVisible();
	await expect(ingeborg.getByText('Her no: Karin Hedvall (Haninge)')).toBeVisible();

	await karin.getByLabel('Skriv ett meddelande').pressSequentially('Vi bytte däck i november.');
	await expect(ingeborg.getByText('Karin Hedvall skriv …')).toBeVisible();
	await karin.keyboard.press('Control+Enter');
	await expect(said(ingeborg, 'Vi bytte däck i november.')).toHaveCount(1);
	await expect(said(karin, 'Vi bytte däck i november.')).toHaveCount(1);
	await expect(ingeborg.getByText('Karin Hedvall skriv …')).toBeHidden();
	// In the reader's eyes: the writer's language is marked where it differs.
	await expect(said(ingeborg, 'Vi bytte däck').locator('[lang=sv]')).toBeVisible();

	await say(ingeborg, 'Skriv ei melding', 'Piggdekk, altså?');
	await say(karin, 'Skriv ett meddelande', 'Ja, och det höll hela vintern.');
	const last = ingeborg.getByRole('article');
	await expect(last.last()).toContainText('det höll hela vintern');
	await expect(last.nth(-2)).toContainText('Piggdekk');
	await expect(karin.getByRole('article').last()).toContainText('det höll hela vintern');

	await test.step('an answer, a change, a removal', async () => {
		// By its id: while it is edited its words stand in a field.
		const mine = karin.locator(`[id="${await said(karin, 'det höll hela vintern').getAttribute('id')}"]`);
		await mine.hover();
		await mine.getByRole('button', { name: 'Ändra' }).click();
		await mine.getByRole('textbox').fill('Ja, och de höll i två vintrar.');
		await mine.getByRole('button', { name: 'Spara' }).click();
		const seen = said(ingeborg, 'de höll i två vintrar');
		await expect(seen).toContainText('endra');

		await seen.hover();
		await seen.getByRole('button', { name: 'Svar' }).click();
		await expect(ingeborg.getByText('Svar til Karin Hedvall')).toBeVisible();
		await say(ingeborg, 'Skriv ei melding', 'Det visste eg ikkje.');
		await expect(said(karin, 'Det visste eg ikkje.').getByRole('blockquote')).toContainText(
			'de höll i två vintrar',
		);

		await mine.hover();
		await mine.getByRole('button', { name: 'Ta bort' }).click();
		await mine.getByRole('group').getByRole('button', { name: 'Ta bort' }).click();
		await expect(ingeborg.getByText('Meldinga er fjerna.').first()).toBeVisible();
		await expect(ingeborg.getByText('de höll i två vintrar')).toHaveCount(0);
	});
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
});

test('a lost connection loses nothing and repeats nothing', async ({ browser, samverk }) => {
	const wire = await Wire.to(samverk.port);
	const karin = await signedIn(browser, KARIN, samverk.url);
	const ingeborg = await signedIn(browser, INGEBORG, wire.url);
	await open(karin, 'Samtal');
	await open(ingeborg, 'Samtalar');
	await expect(karin.getByText('Här nu: Ingeborg Fjørtun (Ålesund)')).toBeVisible();

	wire.cut();
	await expect(ingeborg.getByText('Ikkje kontakt med tenaren.', { exact: false })).toBeVisible();
	for (const text of ['Först en sak.', 'Sedan en till.', 'Och så en tredje.']) {
		await say(karin, 'Skriv ett meddelande', text);
		await expect(said(karin, text)).toHaveCount(1);
	}
	// What is written meanwhile looks unsent.
	await say(ingeborg, 'Skriv ei melding', 'Eg skriv dette utan nett.');
	await expect(ingeborg.getByText('Ikkje sendt enno.', { exact: false })).toBeVisible();
	await expect(said(ingeborg, 'Först en sak.')).toHaveCount(0);

	wire.mend();
	for (const text of ['Först en sak.', 'Sedan en till.', 'Och så en tredje.', 'Eg skriv dette utan nett.'])
		await expect(said(ingeborg, text)).toHaveCount(1);
	await expect(ingeborg.getByText('3 meldingar kom i mellomtida', { exact: false })).toBeVisible();
	await expect(ingeborg.getByText('Ikkje sendt enno.', { exact: false })).toBeHidden();
	await expect(said(karin, 'Eg skriv dette utan nett.')).toHaveCount(1);
	const order = await ingeborg.getByRole('article').allTextContents();
	const places = ['Först en sak.', 'Sedan en till.', 'Och så en tredje.'].map((text) =>
		order.findIndex((message) => message.includes(text)),
	);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
	await wire.stop();
});

test('an unsent message survives a reload and is posted once', async ({ browser, samverk }) => {
	const wire = await Wire.to(samverk.port);
	const karin = await signedIn(browser, KARIN, samverk.url);
	const ingeborg = await signedIn(browser, INGEBORG, wire.url);
	await open(karin, 'Samtal');
	await open(ingeborg, 'Samtalar');
	wire.cut();
	await say(ingeborg, 'Skriv ei melding', 'Denne skal koma fram ein gong.');
	await expect(ingeborg.getByText('Ikkje sendt enno.', { exact: false })).toBeVisible();
	wire.mend();
	await ingeborg.reload();
	await expect(said(karin, 'Denne skal koma fram ein gong.')).toHaveCount(1);
	await expect(said(ingeborg, 'Denne skal koma fram ein gong.')).toHaveCount(1);
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
	await wire.stop();
});

test('a draft is kept for each conversation', async ({ browser, samverk }) => {
	const page = await signedIn(browser, INGEBORG, samverk.url);
	await open(page, 'Samtalar');
	await page.getByLabel('Skriv ei melding').fill('Halvferdig tanke');
	await page.reload();
	await expect(page.getByLabel('Skriv ei melding')).toHaveValue('Halvferdig tanke');
	await follow(page.getByRole('link', { name: 'Ord på båda sidor om gränsen' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Ord på båda sidor om gränsen' })).toBeVisible();
	await expect(page.getByLabel('Skriv ei melding')).toHaveValue('');
	await page.goBack();
	await expect(page.getByLabel('Skriv ei melding')).toHaveValue('Halvferdig tanke');
	await page.context().close();
});

test('what comes while one reads further up moves nothing', async ({ browser, samverk }) => {
	const karin = await signedIn(browser, KARIN, samverk.url);
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url, { viewport: { width: 1280, height: 500 } });
	await open(karin, 'Samtal');
	await open(ingeborg, 'Samtalar');
	await ingeborg.evaluate(() => scrollTo(0, 0));
	const newest = ingeborg.getByRole('button', { name: /^\d+ nye?$/ });
	for (const text of ['Ett nytt.', 'Ett nytt till.']) await say(karin, 'Skriv ett meddelande', text);
	await expect(newest).toHaveText('2 nye');
	expect(await ingeborg.evaluate(() => scrollY)).toBe(0);
	await newest.click();
	await expect(said(ingeborg, 'Ett nytt till.')).toBeInViewport();
	await expect(newest).toBeHidden();
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
});

test('one lands on what is new since one was here', async ({ browser, samverk }) => {
	const karin = await signedIn(browser, KARIN, samverk.url);
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	await open(karin, 'Samtal');
	// Read to the end, then gone.
	const read = ingeborg.waitForResponse(
		(response) => response.request().postData()?.includes('"seq"') === true && response.ok(),
	);
	await say(karin, 'Skriv ett meddelande', 'Detta har Ingeborg läst.');
	await open(ingeborg, 'Samtalar');
	await read;
	await follow(ingeborg.getByRole('navigation').getByRole('link', { name: /^Heim/ }));
	await say(karin, 'Skriv ett meddelande', 'Detta har hon inte läst.');
	await expect(said(karin, 'Detta har hon inte läst.')).toHaveCount(1);

	await ingeborg.reload();
	const unread = ingeborg.getByRole('region', { name: 'Ulese i nettverka dine' });
	await follow(unread.getByRole('link', { name: THREAD }));
	await expect(ingeborg.getByText('Nytt sidan du var her')).toBeInViewport();
	await expect(said(ingeborg, 'Detta har hon inte läst.')).toBeInViewport();
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
});

test('who has read everything comes back to the newest message, above the field that is fetched after it', async ({
	browser,
	samverk,
}) => {
	const karin = await signedIn(browser, KARIN, samverk.url, { viewport: { width: 320, height: 640 } });
	const path = await startThread(karin, 'Börja ett samtal', 'Vad vill du prata om?', 'På en liten skärm');
	for (const text of ['Ett.', 'Två.', 'Tre.', 'Fyra.', 'Fem.', 'Sex.', 'Sju.', 'Åtta.']) {
		await say(karin, 'Skriv ett meddelande', text);
		await expect(said(karin, text)).toHaveCount(1);
	}
	await karin.goto(path);
	const field = karin.getByLabel('Skriv ett meddelande');
	await expect(field).toBeVisible();
	const overlap = async () => {
		const [message, above] = await Promise.all([said(karin, 'Åtta.').boundingBox(), field.boundingBox()]);
		return message!.y + message!.height - above!.y;
	};
	await expect.poll(overlap).toBeLessThanOrEqual(0);
	await karin.context().close();
});
