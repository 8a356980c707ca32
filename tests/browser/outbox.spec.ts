// What is written and not yet sent: it is kept for its writer, goes out once and in order, and if it cannot, says why.

import { expect, type Page } from '@playwright/test';
import { INGEBORG, KARIN, openThread, said, say, signedIn, test } from './people.ts';
import { Wire } from './wire.ts';

const THREAD = 'Ord på båda sidor om gränsen';

const open = (page: Page, place: string) => openThread(page, place, THREAD);

const enter = (page: Page, who: typeof KARIN) => page.getByRole('button', { name: who.name }).click();

test('what was written without a connection goes out in order, also from another page', async ({
	browser,
	samverk,
}) => {
	const wire = await Wire.to(samverk.port);
	const karin = await signedIn(browser, KARIN, samverk.url);
	const ingeborg = await signedIn(browser, INGEBORG, wire.url);
	await open(karin, 'Samtal');
	await open(ingeborg, 'Samtalar');
	await expect(ingeborg.getByText('Her no: Karin Hedvall (Haninge)')).toBeVisible();
	wire.cut();
	await expect(ingeborg.getByText('Ikkje kontakt med tenaren.', { exact: false })).toBeVisible();
	for (const text of ['Fyrst dette.', 'Så dette.', 'Og til slutt dette.'])
		await say(ingeborg, 'Skriv ei melding', text);
	const marks = ingeborg.getByText('Ikkje sendt enno.', { exact: false });
	await expect(marks).toHaveCount(3);
	// The last of them stands above the field, not behind it.
	const isSeen = (mark: Element) => {
		const { x, y, height } = mark.getBoundingClientRect();
		return mark.contains(document.elementFromPoint(x + 5, y + height / 2));
	};
	await expect.poll(() => marks.last().evaluate(isSeen)).toBe(true);
	wire.mend();
	await ingeborg.goto('/networks');
	for (const text of ['Fyrst dette.', 'Så dette.', 'Og til slutt dette.'])
		await expect(said(karin, text)).toHaveCount(1);
	const order = await karin.getByRole('article').allTextContents();
	const places = ['Fyrst dette.', 'Så dette.', 'Og til slutt dette.'].map((text) =>
		order.findIndex((message) => message.includes(text)),
	);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
	await wire.stop();
});

test('after an expired sign-in it waits for its writer, and for nobody else', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await open(page, 'Samtal');
	await expect(page.getByLabel('Skriv ett meddelande')).toBeVisible();
	await page.context().clearCookies();
	await say(page, 'Skriv ett meddelande', 'Skrivet utan inloggning.');
	await expect(page.getByText('Du är utloggad.', { exact: false }).first()).toBeVisible();
	await expect(page.getByText('Inte skickat än.', { exact: false })).toBeVisible();

	// Somebody else at the same machine: nothing goes out in their name, and they do not see it.
	await page.goto('/sign-in');
	await enter(page, INGEBORG);
	await expect(page.getByRole('heading', { level: 1, name: 'Hei, Ingeborg' })).toBeVisible();
	await open(page, 'Samtalar');
	await say(page, 'Skriv ei melding', 'Eg er ein annan.');
	await expect(said(page, 'Eg er ein annan.')).toHaveCount(1);
	await expect(page.getByText('Skrivet utan inloggning.')).toHaveCount(0);

	await page.context().clearCookies();
	await page.goto('/sign-in');
	await enter(page, KARIN);
	await expect(page.getByRole('heading', { level: 1, name: 'Hej Karin' })).toBeVisible();
	await open(page, 'Samtal');
	const mine = said(page, 'Skrivet utan inloggning.');
	await expect(mine).toHaveCount(1);
	await expect(page.getByText('Inte skickat än.', { exact: false })).toBeHidden();
	await page.context().close();
});

test('a window left open by somebody else does not speak in the new person’s name', async ({
	browser,
	samverk,
}) => {
	const karin = await signedIn(browser, KARIN, samverk.url);
	await open(karin, 'Samtal');
	await expect(karin.getByText('Bara du är här just nu.')).toBeVisible();
	// The same browser, another window, another person.
	const other = await karin.context().newPage();
	await other.goto('/');
	await other.context().clearCookies();
	await other.goto('/sign-in');
	await enter(other, INGEBORG);
	await expect(other.getByRole('heading', { level: 1, name: 'Hei, Ingeborg' })).toBeVisible();
	// The old window becomes the new person's too.
	await expect(karin.locator('html')).toHaveAttribute('lang', 'nn');
	await karin.context().close();
});

test('a refused message stays with its reason, and can be changed, sent again or dropped', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await open(page, 'Samtal');
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	let refuse = true;
	await page.route('**/graphql', async (route) => {
		if (!refuse || !route.request().postData()?.includes('"clientId"')) return route.continue();
		await route.fulfill({
			json: { data: null, errors: [{ message: 'Samtalet är stängt.', extensions: { code: 'FORBIDDEN' } }] },
		});
	});
	await say(page, 'Skriv ett meddelande', 'Det här går inte.');
	const unsent = page.getByRole('list', { name: 'Det du har skrivit och som inte är skickat' });
	await expect(
		unsent.getByText('Gick inte att skicka: Samtalet är stängt. Texten är kvar här.'),
	).toBeVisible();
	await page.reload();
	await expect(unsent.getByText('Samtalet är stängt.', { exact: false })).toBeVisible();

	await unsent.getByRole('button', { name: 'Kopiera texten' }).click();
	await expect(unsent.getByRole('button', { name: 'Kopierad' })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Det här går inte.');

	await unsent.getByRole('button', { name: 'Ändra' }).click();
	await expect(page.getByLabel('Skriv ett meddelande')).toHaveValue('Det här går inte.');
	await expect(unsent).toBeHidden();
	await say(page, 'Skriv ett meddelande', 'Det här går väl?');
	await expect(unsent.getByText('Samtalet är stängt.', { exact: false })).toBeVisible();
	refuse = false;
	await unsent.getByRole('button', { name: 'Skicka igen' }).click();
	await expect(said(page, 'Det här går väl?')).toHaveCount(1);

	refuse = true;
	await say(page, 'Skriv ett meddelande', 'Onödigt.');
	await unsent.getByRole('button', { name: 'Släng' }).click();
	await expect(unsent).toBeHidden();
	await page.context().close();
});

test('a server that has too much to do is asked again, and a message is in the language it was written in', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await open(page, 'Samtal');
	let times = 0;
	await page.route('**/graphql', async (route) => {
		if (times || !route.request().postData()?.includes('"clientId"')) return route.continue();
		times += 1;
		await route.fulfill({
			json: {
				data: null,
				errors: [{ message: '', extensions: { code: 'RATE_LIMITED', args: { retryAfter: 1 } } }],
			},
		});
	});
	await page.getByLabel('Jag skriver på').selectOption('nn');
	await say(page, 'Skriv ett meddelande', 'Eg prøver på nynorsk.');
	const mine = said(page, 'Eg prøver på nynorsk.');
	await expect(mine).toHaveCount(1);
	await expect(mine.locator('[lang=nn]')).toBeVisible();
	expect(times).toBe(1);
	// The choice holds on.
	await page.reload();
	await expect(page.getByLabel('Jag skriver på')).toHaveValue('nn');
	await page.context().close();
});
