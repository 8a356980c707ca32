// What waits for somebody, what is unread besides, and what they hear of it.

import { expect } from '@playwright/test';
import {
	device,
	ELIN,
	expectAccessible,
	expectNoSideways,
	follow,
	INGEBORG,
	KARIN,
	said,
	signedIn,
	startThread,
	test,
} from './people.ts';

test('home: what waits first, then what is unread by network; all of it is marked as read at once', async ({
	browser,
	samverk,
}) => {
	const elin = await signedIn(browser, ELIN, samverk.url);
	await startThread(elin, 'Börja ett samtal', 'Vad vill du prata om?', 'Något nytt');
	await elin.getByLabel('Skriv ett meddelande').fill('Hör ni?');
	await elin.keyboard.press('Control+Enter');
	await expect(said(elin, 'Hör ni?')).toHaveCount(1);

	const page = await signedIn(browser, INGEBORG, samverk.url);
	await expect(page.getByRole('heading', { name: /^Ventar på deg/ })).toBeVisible();
	const unread = page.getByRole('region', { name: 'Ulese i nettverka dine' });
	await expect(unread.getByRole('link', { name: /^Något nytt/ })).toBeVisible();
	await expectAccessible(page, 'home, full');

	// On another device of hers it goes away too.
	const phone = await signedIn(browser, INGEBORG, samverk.url, { viewport: { width: 320, height: 640 } });
	await expectNoSideways(phone, 'home, full');

	await page.getByRole('button', { name: 'Merk alt som lese' }).click();
	await expect(page.getByRole('heading', { name: 'Ulese i nettverka dine' })).toBeHidden();
	// What was answered to her request is hers to look at, and not passed over with the rest.
	const answered = page
		.getByRole('region', { name: /^Ventar på deg/ })
		.getByRole('link', { name: /nytt? svar|nye svar/i });
	await expect(answered).toHaveCount(1);
	await answered.click();
	await expect(page.getByRole('navigation').getByRole('link', { name: /Heim/ })).not.toContainText(/\d/);
	await page.goto('/');
	await expect(page.getByText('Ingenting ventar på deg akkurat no.', { exact: false })).toBeVisible();
	await expect(page.getByRole('navigation').getByRole('link', { name: /Heim/ })).not.toContainText(/\d/);
	await page.goto('/conversations');
	await expect(page.getByText(/^\d+ nye?$/)).toHaveCount(0);
	await phone.reload();
	await expect(phone.getByText('Ingenting ventar på deg akkurat no.', { exact: false })).toBeVisible();
	await Promise.all([elin.context().close(), page.context().close(), phone.context().close()]);
});

test('one chooses how often mails come, and whether one’s name is shown', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/me');
	await page.getByLabel('En gång om dagen, på morgonen').check();
	await page.getByLabel('Att jag är här, med namn').uncheck();
	await page.getByRole('button', { name: 'Spara' }).first().click();
	await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('En gång om dagen, på morgonen')).toBeChecked();
	await expect(page.getByLabel('Att jag är här, med namn')).not.toBeChecked();

	// Counted and not named.
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);
	for (const each of [page, ingeborg]) {
		await each.goto('/conversations');
		await follow(each.getByRole('link', { name: 'Ord på båda sidor om gränsen' }));
		await expect(each.getByRole('heading', { level: 1, name: 'Ord på båda sidor om gränsen' })).toBeVisible();
	}
	await expect(ingeborg.getByText('Her no: éin person til')).toBeVisible();
	await expect(ingeborg.getByText('Karin Hedvall (Haninge)')).toHaveCount(0);
	await Promise.all([page.context().close(), ingeborg.context().close()]);
});

test('mails are turned off from the mail itself, by a button and signed out', async ({
	browser,
	samverk,
}) => {
	const page = await device(browser, INGEBORG, samverk.url);
	await page.goto('/notices/off?token=heiltfeil');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slutt å få e-post om det som ventar');
	await expectAccessible(page, 'mails off');
	await page.getByRole('button', { name: 'Slå av e-posten' }).click();
	await expect(page.getByText('Lenkja er ikkje heil.', { exact: false })).toBeVisible();
	// The token of a mail: what the server says then.
	await page.route('**/notices/off?token=*', (route) =>
		route.request().method() === 'POST' ? route.fulfill({ json: {} }) : route.continue(),
	);
	await page.getByRole('button', { name: 'Slå av e-posten' }).click();
	await expect(page.getByText('Ferdig. Du får ikkje fleire slike e-postar.')).toBeVisible();
	await page.context().close();
});
