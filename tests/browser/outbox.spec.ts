// What is written and not yet sent: it is kept for its writer, goes out once and in order, and if it cannot, says why.

import { expect, type Page } from '@playwright/test';
import {
	ELIN,
	expectAccessible,
	follow,
	INGEBORG,
	KARIN,
	openThread,
	said,
	say,
	signedIn,
	startThread,
	test,
} from './people.ts';
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
			json: { data: null, errors: [{ message: 'Samtalet är stängt', extensions: { code: 'FORBIDDEN' } }] },
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

test('a request that gets no answer holds up nothing for long, and what it carried goes out once', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	// The client's patience, a tenth as long.
	await page.context().addInitScript(() => {
		const timeout = AbortSignal.timeout.bind(AbortSignal);
		AbortSignal.timeout = (time) => timeout(time / 10);
	});
	await page.reload();
	await open(page, 'Samtal');
	let hung = 0;
	await page.route('**/graphql', async (route) => {
		if (!route.request().postData()?.includes('"clientId"') || hung++) return route.continue();
		// The server gets it; its answer is lost on the way.
		await route.fetch();
	});
	await say(page, 'Skriv ett meddelande', 'Den första hänger.');
	await expect.poll(() => hung).toBe(1);
	await say(page, 'Skriv ett meddelande', 'Den andra väntar.');
	await expect(page.getByText('Inte skickat än.', { exact: false })).toHaveCount(2);
	await expect(page.getByText('Inte skickat än.', { exact: false })).toHaveCount(0, { timeout: 20_000 });
	for (const text of ['Den första hänger.', 'Den andra väntar.'])
		await expect(said(page, text)).toHaveCount(1);
	await page.context().close();
});

test('what a closed conversation would not have is told of on every page, and stays to be copied', async ({
	browser,
	samverk,
}) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await startThread(
		elin,
		'Börja ett samtal',
		'Vad vill du prata om?',
		'Stängs utan förvarning',
	);
	const wire = await Wire.to(samverk.port);
	const karin = await signedIn(browser, KARIN, wire.url);
	await karin.goto(address);
	await say(karin, 'Skriv ett meddelande', 'Det första kom fram.');
	await expect(said(karin, 'Det första kom fram.')).toHaveCount(1);
	wire.cut();
	await expect(karin.getByText('Ingen kontakt med servern.', { exact: false })).toBeVisible();
	await say(karin, 'Skriv ett meddelande', 'Skrivet när det var för sent.');
	await expect(karin.getByText('Inte skickat än.', { exact: false })).toBeVisible();
	await karin.getByLabel('Skriv ett meddelande').fill('Och ett till, inte färdigt.');
	await elin.getByRole('button', { name: 'Spara, skriv ut, stäng' }).click();
	await elin.getByRole('button', { name: 'Stäng samtalet' }).click();
	const dialog = elin.getByRole('dialog');
	await dialog.getByLabel(/^Varför\?/).fill('Klart');
	await dialog.getByRole('button', { name: 'Stäng samtalet' }).click();
	await expect(elin.getByText(/Elin Ravnholt stängde samtalet/).first()).toBeVisible();
	wire.mend();
	await karin.goto('/networks');
	const notice = karin.getByRole('link', { name: 'Ett meddelande du skrev är inte skickat.' });
	await expect(notice).toBeVisible();
	await expectAccessible(karin, 'told that something was not sent');
	await notice.click();
	const unsent = karin.getByRole('list', { name: 'Det du har skrivit och som inte är skickat' });
	const refused = unsent.getByRole('listitem').filter({ hasText: 'Skrivet när det var för sent.' });
	await expect(refused).toContainText('Gick inte att skicka:');
	await expect(refused.getByRole('button', { name: 'Kopiera texten' })).toBeVisible();
	const begun = unsent.getByRole('listitem').filter({ hasText: 'Och ett till, inte färdigt.' });
	await expect(begun).toContainText('Påbörjat och inte skickat.');
	await expect(notice).toBeHidden();
	await expectAccessible(karin, 'what was not sent');

	// In the conversation itself, too.
	await follow(begun.getByRole('link', { name: 'Stängs utan förvarning' }));
	await expect(karin.getByRole('heading', { level: 1 })).toHaveText('Stängs utan förvarning');
	await expect(refused).toBeVisible();
	await begun.getByRole('button', { name: 'Släng' }).click();
	await expect(begun).toHaveCount(0);
	await refused.getByRole('button', { name: 'Släng' }).click();
	await expect(unsent).toHaveCount(0);
	await karin.reload();
	await expect(said(karin, 'Det första kom fram.')).toHaveCount(1);
	await expect(unsent).toHaveCount(0);
	await Promise.all([elin.context().close(), karin.context().close()]);
	await wire.stop();
});

test('who loses a conversation keeps what they were writing in it', async ({ browser, samverk }) => {
	const karin = await signedIn(browser, KARIN, samverk.url);
	await open(karin, 'Samtal');
	await karin.getByLabel('Skriv ett meddelande').fill('Halvvägs.');
	const unsent = karin.getByRole('list', { name: 'Det du har skrivit och som inte är skickat' });
	await expect(unsent).toHaveCount(0);
	// As for who is no longer a member: the conversation is not there for them.
	await karin.route('**/graphql', async (route) => {
		const asked = route.request().postData() ?? '';
		if (!/"variables":\{"id":"[^"]*"\}/.test(asked)) return route.continue();
		await route.fulfill({ json: { data: { thread: null } } });
	});
	await karin.reload();
	await expect(karin.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeVisible();
	await expect(unsent.getByText('Halvvägs.')).toBeVisible();
	await expectAccessible(karin, 'a conversation that is gone');
	await karin.goto('/conversations');
	await expect(unsent.getByText('Halvvägs.')).toBeVisible();
	await unsent.getByRole('button', { name: 'Släng' }).click();
	await expect(unsent).toHaveCount(0);
	await karin.context().close();
});

test('a draft remembers what it answers, and a change what it said', async ({ browser, samverk }) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await startThread(elin, 'Börja ett samtal', 'Vad vill du prata om?', 'Utkast');
	await say(elin, 'Skriv ett meddelande', 'En fråga.');
	await expect(said(elin, 'En fråga.')).toHaveCount(1);
	const karin = await signedIn(browser, KARIN, samverk.url);
	await karin.goto(address);
	await said(karin, 'En fråga.').hover();
	await said(karin, 'En fråga.').getByRole('button', { name: 'Svara' }).click();
	await karin.getByLabel('Skriv ett meddelande').fill('Ett svar.');
	await karin.reload();
	await expect(karin.getByLabel('Skriv ett meddelande')).toHaveValue('Ett svar.');
	await expect(karin.getByText('Svar till Elin Ravnholt')).toBeVisible();
	await karin.getByRole('button', { name: 'Skicka', exact: true }).click();
	await expect(said(karin, 'Ett svar.').getByRole('blockquote')).toContainText('En fråga.');
	await expect(karin.getByText('Svar till Elin Ravnholt')).toBeHidden();

	// By its id: while it is changed its words stand in a field.
	const mine = karin.locator(`[id="${await said(karin, 'Ett svar.').getAttribute('id')}"]`);
	const field = mine.getByRole('textbox', { name: 'Ändra' });
	await mine.hover();
	await mine.getByRole('button', { name: 'Ändra' }).click();
	await field.fill('Ett svar med mer i.');
	await karin.reload();
	await expect(field).toHaveValue('Ett svar med mer i.');
	// Over an expired sign-in, too.
	await karin.context().clearCookies();
	await mine.getByRole('button', { name: 'Spara' }).click();
	await follow(mine.getByRole('link', { name: 'Logga in' }));
	await enter(karin, KARIN);
	await expect(field).toHaveValue('Ett svar med mer i.');
	await mine.getByRole('button', { name: 'Spara' }).click();
	await expect(mine).toContainText('Ett svar med mer i.');
	await expect(mine).toContainText('ändrat');
	await karin.reload();
	await expect(mine).toContainText('Ett svar med mer i.');
	await expect(field).toHaveCount(0);

	// The same person, on another device.
	const phone = await signedIn(browser, KARIN, samverk.url);
	await phone.goto(address);
	const there = phone.locator(`[id="${await mine.getAttribute('id')}"]`);
	await mine.hover();
	await mine.getByRole('button', { name: 'Ändra', exact: true }).click();
	await field.fill('Ett svar från skrivbordet.');
	await there.hover();
	await there.getByRole('button', { name: 'Ändra', exact: true }).click();
	await there.getByRole('textbox', { name: 'Ändra' }).fill('Ett svar från bussen.');
	await there.getByRole('button', { name: 'Spara' }).click();
	await expect(there).toContainText('Ett svar från bussen.');
	await mine.getByRole('button', { name: 'Spara' }).click();
	await expect(mine.getByRole('alert')).toContainText('har ändrats på annat håll');
	await expect(mine).toContainText('Ett svar från bussen.');
	await expect(field).toHaveValue('Ett svar från skrivbordet.');
	await mine.getByRole('button', { name: 'Spara' }).click();
	await expect(there).toContainText('Ett svar från skrivbordet.');
	await phone.context().close();

	// Somebody takes the message away meanwhile.
	await mine.hover();
	await mine.getByRole('button', { name: 'Ändra', exact: true }).click();
	await field.fill('Ett svar som försvann.');
	const seen = elin.locator(`[id="${await mine.getAttribute('id')}"]`);
	await seen.hover();
	await seen.getByRole('button', { name: 'Ta bort' }).click();
	await seen.getByRole('group').getByRole('button', { name: 'Ta bort' }).click();
	const unsent = karin.getByRole('list', { name: 'Det du har skrivit och som inte är skickat' });
	await expect(unsent).toContainText('Ett svar som försvann.');
	await expect(unsent).toContainText('Din ändring av ett meddelande.');
	await unsent.getByRole('button', { name: 'Släng' }).click();
	await expect(unsent).toHaveCount(0);
	await Promise.all([elin.context().close(), karin.context().close()]);
});
