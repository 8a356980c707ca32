// What people do with messages: write them with marks and names, answer, react, change, pin, close.

import { expect, type Page } from '@playwright/test';
import {
	ELIN,
	expectAccessible,
	follow,
	INGEBORG,
	KARIN,
	said,
	signedIn,
	startThread,
	test,
} from './people.ts';

/** Elin starts a conversation and posts in it; its address. */
async function aThread(page: Page, subject: string, first: string): Promise<string> {
	const address = await startThread(page, 'Börja ett samtal', 'Vad vill du prata om?', subject);
	await say(page, first);
	return address;
}

async function say(page: Page, text: string) {
	const field = page.getByLabel(/^(Skriv ett meddelande|Skriv ei melding)$/);
	await field.fill(text);
	await field.press('Control+Enter');
}

async function visit(page: Page, address: string) {
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByLabel(/^(Skriv ett meddelande|Skriv ei melding)$/)).toBeVisible();
}

test('a message has bold words, a list, a quote, code and links, by button and by key; nothing else of it is markup', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, ELIN, samverk.url);
	await aThread(page, 'Format', 'Först.');
	const field = page.getByLabel('Skriv ett meddelande');
	await field.fill('fet');
	await field.press('Control+a');
	await field.press('Control+b');
	await expect(field).toHaveValue('**fet**');
	await field.press('Control+b');
	await expect(field).toHaveValue('fet');
	await field.press('Control+z');
	await expect(field).toHaveValue('**fet**');
	await field.press('End');
	await field.press('Enter');
	await field.press('Enter');
	await field.pressSequentially('ett');
	await page.getByRole('button', { name: 'Lista' }).click();
	await field.press('End');
	await field.press('Enter');
	await field.pressSequentially('- två');
	await field.press('Enter');
	await field.press('Enter');
	await field.press('Control+k');
	await expect(field).toHaveValue('**fet**\n\n- ett\n- två\n\n[](https://)');
	await field.fill(
		'**fet**\n\n- ett\n- två\n\n> sagt\n\n`kod` [länk](https://example.org/) <b>inte fet</b> <img src=x onerror=alert(1)>',
	);
	await field.press('Control+Enter');
	const message = page.getByRole('article').last();
	await expect(message.locator('strong', { hasText: /^fet$/ })).toBeVisible();
	await expect(message.getByRole('listitem').filter({ hasText: /^två$/ })).toBeVisible();
	await expect(message.getByRole('blockquote')).toHaveText('sagt');
	await expect(message.locator('code')).toHaveText('kod');
	await expect(message.getByRole('link', { name: 'länk' })).toHaveAttribute('href', 'https://example.org/');
	await expect(message.getByText('<b>inte fet</b>', { exact: false })).toBeVisible();
	await expect(message.locator('img, b')).toHaveCount(0);
	await expectAccessible(page, 'a message with marks');
	await page.context().close();
});

test('a name after an @ is found by keyboard, and whoever is named hears of it at once', async ({
	browser,
	samverk,
}) => {
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	const badge = ingeborg.getByRole('navigation').getByRole('link', { name: /Heim/ });
	// The demo has something waiting for her.
	await expect(badge).toContainText(/\d/);
	const before = Number(/\d+/.exec((await badge.textContent()) ?? '')?.[0]);
	const elin = await signedIn(browser, ELIN, samverk.url);
	await aThread(elin, 'Namn', 'Först.');
	const field = elin.getByLabel('Skriv ett meddelande');
	await field.pressSequentially('Vad säger @inge');
	const list = elin.getByRole('listbox', { name: 'Nämn någon' });
	await expect(list.getByRole('option', { name: /^Ingeborg Fjørtun/ })).toHaveAttribute(
		'aria-selected',
		'true',
	);
	await expectAccessible(elin, 'names to choose');
	// Escape leaves what was typed, and the list stays away.
	await field.press('Escape');
	await expect(list).toBeHidden();
	await field.pressSequentially('b');
	await expect(list).toBeHidden();
	await field.fill('');
	await field.pressSequentially('Vad säger @fjør');
	await expect(list.getByRole('option').first()).toContainText('Ingeborg Fjørtun');
	await field.press('Enter');
	await expect(field).toHaveValue('Vad säger @Ingeborg Fjørtun ');
	await field.pressSequentially('och @hani');
	await expect(list.getByRole('option', { name: 'Haninge', exact: true })).toBeVisible();
	await field.press('Tab');
	await expect(field).toHaveValue('Vad säger @Ingeborg Fjørtun och @Haninge ');
	// A draft remembers whom the names mean.
	await elin.reload();
	await expect(field).toHaveValue('Vad säger @Ingeborg Fjørtun och @Haninge ');
	await field.press('Control+Enter');
	const message = elin.getByRole('article').last();
	await expect(message.locator('.mention')).toHaveText(['@Ingeborg Fjørtun', '@Haninge']);

	await expect(badge).toContainText(String(before + 1));
	await expect(ingeborg.getByText('Elin Ravnholt nemner deg').first()).toBeVisible();
	await ingeborg
		.getByRole('link', { name: /Elin Ravnholt nemner deg.*Namn/ })
		.first()
		.click();
	await expect(ingeborg.getByRole('heading', { level: 1, name: 'Namn' })).toBeVisible();
	await expect(said(ingeborg, 'Vad säger').locator('.mention.me')).toHaveText('@Ingeborg Fjørtun');
	await expect(said(ingeborg, 'Vad säger')).toBeInViewport();
	// Read: it waits no more.
	await expect(badge).toContainText(String(before));
	await Promise.all([ingeborg.context().close(), elin.context().close()]);
});

test('everybody is addressed by coordinators alone, after they have heard how many that is', async ({
	browser,
	samverk,
}) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await aThread(elin, 'Till alla', 'Först.');
	const karin = await signedIn(browser, KARIN, samverk.url);
	await visit(karin, address);
	await karin.getByLabel('Skriv ett meddelande').pressSequentially('@k');
	await expect(karin.getByRole('option', { name: /^Karin Hedvall/ })).toBeVisible();
	await karin.getByLabel('Skriv ett meddelande').fill('');
	await karin.getByLabel('Skriv ett meddelande').pressSequentially('@alla');
	await expect(karin.getByRole('option', { name: 'alla', exact: true })).toHaveCount(0);
	await karin.getByLabel('Skriv ett meddelande').fill('');

	const field = elin.getByLabel('Skriv ett meddelande');
	await field.pressSequentially('Hej @alla');
	await elin.getByRole('option', { name: 'alla', exact: true }).click();
	await field.press('Control+Enter');
	const send = elin.getByRole('button', { name: /^Skicka till \d+ personer$/ });
	await expect(send).toBeFocused();
	await expect(elin.getByText(/^\s*Meddelandet går till \d+ personer\. Är det meningen\?/)).toBeVisible();
	await expectAccessible(elin, 'everybody, asked');
	// The question survives a reload; nothing has gone out.
	await elin.reload();
	await expect(send).toBeVisible();
	await expect(said(karin, 'Hej')).toHaveCount(0);
	await send.click();
	await expect(said(karin, 'Hej @alla')).toHaveCount(1);
	await expect(send).toBeHidden();
	await Promise.all([elin.context().close(), karin.context().close()]);
});

test('reactions have words, show who, and come at once', async ({ browser, samverk }) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await aThread(elin, 'Reaktioner', 'Vad tycker ni?');
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	await visit(ingeborg, address);
	const theirs = said(ingeborg, 'Vad tycker ni?');
	await theirs.hover();
	await theirs.getByRole('button', { name: 'Reager' }).click();
	await expect(theirs.getByRole('button', { name: 'Einig' })).toBeFocused();
	await ingeborg.keyboard.press('Escape');
	await expect(theirs.getByRole('button', { name: 'Reager' })).toBeFocused();
	await ingeborg.keyboard.press('Enter');
	await theirs.getByRole('button', { name: 'Det har vi òg gjort' }).click();

	const mine = said(elin, 'Vad tycker ni?');
	const chip = mine.getByRole('button', { name: 'Det har vi också gjort, 1: Ingeborg Fjørtun' });
	await expect(chip).toHaveAttribute('aria-pressed', 'false');
	await expect(
		theirs.getByRole('button', { name: 'Det har vi òg gjort, 1: Ingeborg Fjørtun' }),
	).toHaveAttribute('aria-pressed', 'true');
	await chip.click();
	await expect(
		mine.getByRole('button', { name: /Det har vi också gjort, 2: .*Elin Ravnholt/ }),
	).toHaveAttribute('aria-pressed', 'true');
	await expect(theirs.getByRole('button', { name: /Det har vi òg gjort, 2:/ })).toHaveAttribute(
		'aria-pressed',
		'true',
	);
	await expectAccessible(elin, 'reactions');
	await mine.getByRole('button', { name: /Det har vi också gjort, 2:/ }).click();
	await theirs.getByRole('button', { name: /Det har vi òg gjort, 1:/ }).click();
	await expect(elin.getByRole('list', { name: 'Reaktioner' })).toBeHidden();
	await Promise.all([elin.context().close(), ingeborg.context().close()]);
});

test('a changed message shows how it was, until it is removed', async ({ browser, samverk }) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await aThread(elin, 'Ändrat', 'Mötet är på tisdag.');
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	await visit(ingeborg, address);
	const mine = elin.getByRole('article').last();
	await mine.hover();
	await mine.getByRole('button', { name: 'Ändra' }).click();
	await mine.getByRole('textbox').fill('Møtet er på onsdag.');
	await mine.getByLabel('Jag skriver på').selectOption('NN');
	await mine.getByRole('textbox').press('Control+Enter');
	const theirs = said(ingeborg, 'Møtet er på onsdag.');
	await expect(theirs).toHaveCount(1);
	await expect(theirs.locator('[lang=sv]')).toHaveCount(0);
	await expect(said(elin, 'Møtet er på onsdag.').locator('[lang=nn]')).toBeVisible();

	const opener = theirs.getByRole('button', { name: /^endra/ });
	await opener.click();
	const history = ingeborg.getByRole('dialog', { name: 'Slik er meldinga endra' });
	await expect(history.getByText('Mötet är på tisdag.')).toBeVisible();
	await expectAccessible(ingeborg, 'history');
	await ingeborg.keyboard.press('Escape');
	await expect(opener).toBeFocused();

	await mine.hover();
	await mine.getByRole('button', { name: 'Ta bort' }).click();
	await mine
		.getByRole('group', { name: 'Ta bort meddelandet?' })
		.getByRole('button', { name: 'Ta bort' })
		.click();
	await expect(ingeborg.getByText('Meldinga er fjerna.')).toBeVisible();
	await expect(ingeborg.getByText('på onsdag')).toHaveCount(0);
	await expect(opener).toHaveCount(0);
	await Promise.all([elin.context().close(), ingeborg.context().close()]);
});

test('an answer leads to what it answers, and a pinned message stands at the top', async ({
	browser,
	samverk,
}) => {
	const elin = await signedIn(browser, ELIN, samverk.url, { viewport: { width: 1280, height: 500 } });
	const address = await aThread(elin, 'Långt samtal', 'Det allra första.');
	for (let n = 1; n <= 8; n++) {
		await say(elin, `Mellan ${n}.\n\nMed\n\nflera\n\nrader.`);
		await expect(said(elin, `Mellan ${n}.`)).toHaveCount(1);
	}
	// The answer to it holds its words too.
	const first = said(elin, 'Det allra första.').first();
	await first.hover();
	await first.getByRole('button', { name: 'Svara' }).click();
	await say(elin, 'Ett svar.');
	const answer = said(elin, 'Ett svar.');
	await expect(answer.getByRole('blockquote')).toContainText('Det allra första.');
	await expect(answer).toBeInViewport();
	await answer.getByRole('blockquote').getByRole('link').click();
	await expect(first).toBeInViewport();
	await expect(first).toBeFocused();

	const karin = await signedIn(browser, KARIN, samverk.url);
	await visit(karin, address);
	await first.hover();
	await first.getByRole('button', { name: 'Fäst' }).click();
	await karin.getByText('Ett fäst meddelande').click();
	await karin.getByRole('link', { name: 'Elin Ravnholt: Det allra första.' }).first().click();
	await expect(said(karin, 'Det allra första.').first()).toBeFocused();
	// Who neither coordinates nor started it pins nothing.
	await said(karin, 'Ett svar.').hover();
	await expect(said(karin, 'Ett svar.').getByRole('button', { name: 'Svara' })).toBeVisible();
	await expect(said(karin, 'Ett svar.').getByRole('button', { name: 'Fäst' })).toHaveCount(0);
	await first.hover();
	await first.getByRole('button', { name: 'Lossa' }).click();
	await expect(karin.getByText('Ett fäst meddelande')).toBeHidden();

	// An address with a message's number opens it there.
	await karin.goto(`${address.replace('/conversations/', '/threads/')}#1`);
	await expect(said(karin, 'Det allra första.').first()).toBeFocused();
	// Also for who has to sign in first.
	await karin.context().clearCookies();
	await karin.goto(`${address.replace('/conversations/', '/threads/')}#1`);
	await karin.getByRole('button', { name: KARIN.name }).click();
	await expect(said(karin, 'Det allra första.').first()).toBeFocused();
	await Promise.all([elin.context().close(), karin.context().close()]);
});

test('a closed conversation says so to everybody in it, keeps what could not be sent, and opens again', async ({
	browser,
	samverk,
}) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await aThread(elin, 'Snart stängt', 'Är frågan besvarad?');
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	await ingeborg.clock.install();
	await visit(ingeborg, address);
	await expect(elin.getByText('Här nu: Ingeborg Fjørtun (Ålesund)')).toBeVisible();
	await ingeborg.getByLabel('Skriv ei melding').fill('Halvskrive utkast');

	await elin.getByRole('button', { name: 'Spara, skriv ut, stäng' }).click();
	await elin.getByRole('button', { name: 'Stäng samtalet' }).click();
	const dialog = elin.getByRole('dialog');
	await dialog.getByLabel(/^Varför\?/).fill('Frågan är besvarad.');
	await expectAccessible(elin, 'closing');
	await dialog.getByRole('button', { name: 'Stäng samtalet' }).click();
	await expect(elin.getByText(/Elin Ravnholt stängde samtalet .*Frågan är besvarad\./).first()).toBeVisible();

	await expect(
		ingeborg.getByText(/Elin Ravnholt lukka samtalen .*Frågan är besvarad\./).first(),
	).toBeVisible();
	await expect(ingeborg.getByLabel('Skriv ei melding')).toBeHidden();
	await expect(said(ingeborg, 'Är frågan besvarad?').getByRole('button', { name: 'Svar' })).toHaveCount(0);
	const begun = ingeborg.getByRole('list', { name: 'Det du har skrive og som ikkje er sendt' });
	await expect(begun.getByText('Halvskrive utkast')).toBeVisible();
	await expectAccessible(ingeborg, 'closed');

	await elin.getByRole('button', { name: 'Öppna samtalet igen' }).click();
	await expect(elin.getByLabel('Skriv ett meddelande')).toBeVisible();
	await ingeborg.clock.fastForward('00:31');
	await expect(ingeborg.getByLabel('Skriv ei melding')).toHaveValue('Halvskrive utkast');
	await expect(begun).toBeHidden();
	await say(ingeborg, 'Takk for at de opna.');
	await expect(said(elin, 'Takk for at de opna.')).toHaveCount(1);
	await Promise.all([elin.context().close(), ingeborg.context().close()]);
});

test('a link to an action unfolds into a card', async ({ browser, samverk }) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	await elin.goto('/actions?text=Elcyklar');
	const link = elin.getByRole('link', { name: /^Elcyklar i stället/ });
	const title = (await link.textContent())!.trim();
	const address = await link.evaluate((each: HTMLAnchorElement) => each.href);
	await aThread(elin, 'Länkar', `Se ${address}`);
	const cards = elin.getByRole('list', { name: 'Åtgärder som meddelandet länkar till' });
	await expect(cards.getByRole('link', { name: title })).toBeVisible();
	await expectAccessible(elin, 'a card');
	await follow(cards.getByRole('link', { name: title }));
	await expect(elin.getByRole('heading', { level: 1, name: title })).toBeVisible();
	await elin.context().close();
});

test('words that mean something else are explained to who hovers, tabs or touches', async ({
	browser,
	samverk,
}) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await aThread(elin, 'Ord', 'Kommunstyrelsen beslutade om en åtgärd.');
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url, { hasTouch: true });
	await visit(ingeborg, address);
	const word = said(ingeborg, 'beslutade').getByRole('button', { name: /^kommunstyrelsen$/i });
	const tip = ingeborg.getByRole('tooltip');
	await word.focus();
	await expect(tip).toBeVisible();
	await expect(word).toHaveAttribute('aria-describedby', /.+/);
	await expectAccessible(ingeborg, 'a word explained');
	await ingeborg.keyboard.press('Escape');
	await expect(tip).toBeHidden();
	await word.hover();
	await expect(tip).toBeVisible();
	// One can go over to it with the pointer.
	await tip.hover();
	await expect(tip).toBeVisible();
	await ingeborg.getByRole('heading', { level: 1 }).hover();
	await word.blur();
	await expect(tip).toBeHidden();
	await word.tap();
	await expect(tip).toBeVisible();
	// In one's own language nothing is marked.
	await expect(said(elin, 'beslutade').locator('.term')).toHaveCount(0);
	await Promise.all([elin.context().close(), ingeborg.context().close()]);
});

test('the whole conversation can be saved and printed', async ({ browser, samverk }) => {
	const page = await signedIn(browser, ELIN, samverk.url);
	await aThread(page, 'Att spara', 'Det här ska med.');
	await expect(said(page, 'Det här ska med.')).toBeVisible();
	await page.getByRole('button', { name: 'Spara, skriv ut, stäng' }).click();
	for (const [name, kind] of [
		['Spara som Markdown', 'md'],
		['Spara som JSON', 'json'],
	] as const) {
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name }).click();
		const file = await download;
		expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`));
		const text = await (await file.createReadStream()).toArray();
		expect(Buffer.concat(text).toString()).toContain('Det här ska med.');
	}
	await page.emulateMedia({ media: 'print' });
	await expect(said(page, 'Det här ska med.')).toBeVisible();
	await expect(page.getByRole('navigation')).toBeHidden();
	await expect(page.getByLabel('Skriv ett meddelande')).toBeHidden();
	await expect(page.getByRole('button', { name: 'Svara' })).toBeHidden();
	await page.context().close();
});

test('a coordinator pauses somebody’s writing with a reason, and the network remembers it', async ({
	browser,
	samverk,
}) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	const address = await aThread(elin, 'Paus', 'Håll er till saken.');
	await elin.goto('/networks/miljostrateger/manage');
	const row = elin.getByRole('listitem').filter({ hasText: 'Karin Hedvall' });
	await row.getByRole('button', { name: 'Pausa skrivandet' }).click();
	const dialog = elin.getByRole('dialog');
	await dialog.getByLabel('Hur länge?').selectOption('72');
	await dialog.getByLabel('Varför?').fill('Skrev om personer.');
	await expectAccessible(elin, 'silence');
	await dialog.getByRole('button', { name: 'Pausa skrivandet' }).click();
	await expect(elin.getByText('Karin Hedvall kan inte skriva nu.')).toBeVisible();
	await expect(row.getByText('Skrev om personer.', { exact: false })).toBeVisible();

	const karin = await signedIn(browser, KARIN, samverk.url);
	await karin.goto(address);
	await expect(
		karin.getByText(/Du kan inte skriva i nätverket till och med .*Skrev om personer\./),
	).toBeVisible();
	await expect(karin.getByLabel('Skriv ett meddelande')).toBeHidden();

	await row.getByRole('button', { name: 'Låt skriva igen' }).click();
	await expect(elin.getByText('Karin Hedvall kan skriva igen.')).toBeVisible();
	await elin.getByText('Vad samordnarna har gjort').click();
	await expect(elin.getByText('Elin Ravnholt pausade skrivandet för Karin Hedvall')).toBeVisible();
	await expect(elin.getByText('Elin Ravnholt lät Karin Hedvall skriva igen')).toBeVisible();
	await expectAccessible(elin, 'audit');
	await karin.reload();
	await expect(karin.getByLabel('Skriv ett meddelande')).toBeVisible();
	await Promise.all([elin.context().close(), karin.context().close()]);
});
