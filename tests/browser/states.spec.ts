// Pages that are empty, gone, out of reach or too old say so, and what to do.

import { expect } from '@playwright/test';
import { device, follow, INGEBORG, KARIN, openThread, signedIn, test } from './people.ts';
import { Wire } from './wire.ts';

test('an address where nothing is', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	for (const address of [
		'/finns-inte',
		'/networks/finns-inte',
		'/actions/action_00000000000000000000000000',
	]) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeVisible();
	}
	await follow(page.getByRole('link', { name: 'Gå till startsidan' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Hej Karin' })).toBeVisible();
	await page.context().close();
});

test('a page for members leads through the sign-in and on', async ({ browser, samverk }) => {
	const page = await device(browser, INGEBORG, samverk.url);
	await page.goto('/networks/miljostrateger');
	await expect(page.getByRole('heading', { level: 1, name: 'Logg inn' })).toBeVisible();
	await page.getByRole('button', { name: INGEBORG.name }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Nätverket för miljöstrateger' })).toBeVisible();
	await page.context().close();
});

test('the sign-in does not lead away to another site', async ({ browser, samverk }) => {
	const page = await device(browser, INGEBORG, samverk.url);
	await page.goto('/sign-in?next=//evil.example/');
	await page.getByRole('button', { name: INGEBORG.name }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hei, Ingeborg' })).toBeVisible();
	expect(new URL(page.url()).origin).toBe(samverk.url);
	await page.context().close();
});

test('no connection: the page says so, keeps what is written, and tries again', async ({
	browser,
	samverk,
}) => {
	const wire = await Wire.to(samverk.port);
	const page = await signedIn(browser, KARIN, wire.url);
	await page.goto('/actions');
	await expect(page.getByRole('heading', { level: 1, name: 'Vem har gjort det förut?' })).toBeVisible();
	wire.cut();
	await page.getByLabel('Ordning', { exact: true }).selectOption('TITLE');
	await expect(page.getByText('Ingen kontakt med servern.', { exact: false })).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: 'Det gick inte att visa sidan' })).toBeVisible();
	wire.mend();
	await page.getByRole('button', { name: 'Försök igen' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Vem har gjort det förut?' })).toBeVisible();
	await page.context().close();
	await wire.stop();
});

test('a refresh that nobody asked for does not put a fault in the page’s place', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	let failed = 0;
	await page.route('**/graphql', (route) => {
		failed++;
		return route.fulfill({
			status: 503,
			json: { errors: [{ message: 'x', extensions: { code: 'UNAVAILABLE' } }] },
		});
	});
	// Who comes back to the window: the home page asks what waits by now.
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect.poll(() => failed).toBeGreaterThan(0);
	await page.unroute('**/graphql');
	await expect(page.getByRole('heading', { level: 1, name: 'Hej Karin' })).toBeVisible();
	// Three looks after what failed was shown, had it been.
	for (let look = 0; look < 3; look++) {
		await page.evaluate(() => new Promise(requestAnimationFrame));
		await expect(page.getByRole('heading', { level: 1, name: 'Hej Karin' })).toBeVisible();
	}
	await page.context().close();
});

test('the connection is back as soon as it is, also where nobody waits for it', async ({
	browser,
	samverk,
}) => {
	const wire = await Wire.to(samverk.port);
	const page = await signedIn(browser, KARIN, wire.url);
	await openThread(page, 'Samtal', 'Ord på båda sidor om gränsen');
	await expect(page.getByText('Bara du är här just nu.')).toBeVisible();
	wire.cut();
	const lost = page.getByText('Ingen kontakt med servern.', { exact: false });
	await expect(lost).toBeVisible();
	await follow(page.getByRole('navigation').getByRole('link', { name: 'Åtgärder' }));
	await expect(page.getByRole('heading', { level: 1, name: 'Det gick inte att visa sidan' })).toBeVisible();
	wire.mend();
	await expect(lost).toBeHidden();
	await page.context().close();
	await wire.stop();
});

test('who signs out everywhere is told so in an open conversation', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await openThread(page, 'Samtal', 'Ord på båda sidor om gränsen');
	await expect(page.getByText('Bara du är här just nu.')).toBeVisible();
	const other = await signedIn(browser, KARIN, samverk.url);
	await other.goto('/me');
	await other.getByRole('button', { name: 'Logga ut överallt' }).click();
	await expect(page.getByText('Du är utloggad.', { exact: false })).toBeVisible();
	await expect(page.getByText('Ingen kontakt med servern.', { exact: false })).toBeHidden();
	await Promise.all([page.context().close(), other.context().close()]);
});

test('a search that finds nothing says what to do', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/actions?text=finns-verkligen-inte');
	await expect(page.getByText('Inget stämmer med allt du har valt.', { exact: false })).toBeVisible();
	await follow(page.getByRole('link', { name: 'Visa alla åtgärder' }).first());
	await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
	await page.context().close();
});

test('an older client than the server’s asks to be loaded anew', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.route('**/graphql', (route) =>
		route.fulfill({
			json: { errors: [{ message: '', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
		}),
	);
	await follow(page.getByRole('navigation').getByRole('link', { name: 'Åtgärder' }));
	await expect(page.getByText('Samverk har fått en ny version.', { exact: false })).toBeVisible();
	await expect(page).toHaveURL(/\/actions$/);
	await page.unroute('**/graphql');
	await page.getByRole('button', { name: 'Försök igen' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Vem har gjort det förut?' })).toBeVisible();
	await page.context().close();
});

test('paper shows the action and not the page around it', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/actions?text=Elcyklar');
	await follow(page.getByRole('link', { name: /^Elcyklar i stället/ }));
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { level: 1, name: /^Elcyklar i stället/ })).toBeVisible();
	await expect(page.getByRole('navigation')).toBeHidden();
	await expect(page.getByRole('link', { name: 'Redigera' })).toBeHidden();
	await page.context().close();
});

test('who is here can change their own profile, and make and revoke an API token', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/me');
	await page.getByLabel('Titel').fill('Miljöstrateg på prov');
	await page.getByRole('button', { name: 'Spara' }).first().click();
	await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
	await page.getByLabel('Vad ska den användas till?').fill('Provprogram');
	await page.getByRole('button', { name: 'Skapa en nyckel' }).click();
	await expect(page.getByText('Den visas bara nu', { exact: false })).toBeVisible();
	const token = page.getByRole('listitem').filter({ hasText: 'Provprogram' });
	await token.getByRole('button', { name: 'Återkalla' }).click();
	await expect(token).toHaveCount(0);
	await page.reload();
	await expect(page.getByLabel('Titel')).toHaveValue('Miljöstrateg på prov');
	await page.context().close();
});

test('a new action begins as a draft in one’s own programme', async ({ browser, samverk }) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Ny åtgärd' }));
	await page.getByLabel('Titel').fill('Lånecyklar för alla förskolor');
	await page.getByLabel('Vad ni gör och varför').fill('Vi provar i tre månader.');
	await page.getByRole('button', { name: 'Skapa utkastet' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Redigera åtgärden' })).toBeVisible();
	await page.getByRole('button', { name: 'Ta bort' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
	await expect(
		page.getByRole('heading', { level: 1, name: /Klimat- och miljöpolitiskt program/ }),
	).toBeVisible();
	await expect(page.getByText('Lånecyklar för alla förskolor')).toHaveCount(0);
	await page.context().close();
});

test('a link that is followed while the page is loaded again still leads there', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	let answer = () => {};
	const answered = new Promise<void>((done) => (answer = done));
	await page.route('**/graphql', async (route) => {
		await answered;
		await route.continue();
	});
	const asked = page.waitForRequest('**/graphql');
	// Nothing is followed before there is an answer.
	await page.getByRole('navigation').getByRole('link', { name: 'Samtal' }).first().click();
	await asked;
	// The page that is still shown is loaded again, as by a push or by coming back to the window.
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	answer();
	await expect(page.getByRole('heading', { level: 1, name: 'Samtal' })).toBeVisible();
	await page.context().close();
});
