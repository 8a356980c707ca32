// The main job, from end to end: sign in, find an action, copy it, rewrite it, publish it.

import { expect } from '@playwright/test';
import { device, follow, INGEBORG, KARIN, NETWORK, signedIn, speak, test } from './people.ts';

const ORIGINAL = 'Skugga på förskolegården före nästa värmebölja';

test('the language one chooses stays, on another device too', async ({ browser, samverk }) => {
	const page = await signedIn(browser, INGEBORG, samverk.url);
	await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Tiltak' })).toBeVisible();

	await speak(page, { menu: 'Ingeborg Fjørtun, menyen din', label: 'Språk' }, 'sv');
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Åtgärder' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Åtgärder' })).toBeVisible();

	const other = await signedIn(browser, INGEBORG, samverk.url);
	await expect(other.locator('html')).toHaveAttribute('lang', 'sv');
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Hej Ingeborg');
	for (const [menu, language, home] of [
		['Ingeborg Fjørtun, din meny', 'en', 'Hello Ingeborg'],
		['Ingeborg Fjørtun, your menu', 'nb', 'Hei, Ingeborg'],
		['Ingeborg Fjørtun, din meny', 'nn', 'Hei, Ingeborg'],
	] as const) {
		await speak(other, { menu, label: language === 'nb' ? 'Language' : 'Språk' }, language);
		await expect(other.getByRole('heading', { level: 1 })).toHaveText(home);
	}
	await Promise.all([page.context().close(), other.context().close()]);
});

test('who is signed out chooses a language too', async ({ browser, samverk }) => {
	const page = await device(browser, INGEBORG, samverk.url);
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
	await page.getByLabel('Språk').selectOption('sv');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
	await page.context().close();
});

test('an action is found, copied, rewritten in Nynorsk and published', async ({ browser, samverk }) => {
	const page = await signedIn(browser, INGEBORG, samverk.url);
	await follow(page.getByRole('navigation').getByRole('link', { name: 'Nettverk' }));
	await follow(page.getByRole('link', { name: NETWORK }).first());

	await test.step('the network: people by municipality, a map, actions, threads', async () => {
		await expect(page.getByRole('heading', { level: 1, name: NETWORK })).toBeVisible();
		await expect(page.getByRole('heading', { name: /^Haninge/ })).toBeVisible();
		await expect(page.getByText('Karin Hedvall')).toBeVisible();
		const map = page.getByRole('img', { name: /Kart med \d+ kommunar/ });
		await expect(map).toBeVisible();
		expect(await map.locator('circle').count()).toBeGreaterThan(20);
		await expect(page.getByRole('heading', { name: 'Samtalar' })).toBeVisible();
	});

	await test.step('search with / from anywhere', async () => {
		await page.keyboard.press('/');
		await page.keyboard.type('Skugga på förskolegården');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/actions\?text=/);
		await follow(page.getByRole('link', { name: ORIGINAL }));
	});

	await test.step('the action is in Swedish and says so', async () => {
		const heading = page.getByRole('heading', { level: 1, name: ORIGINAL });
		await expect(heading).toHaveAttribute('lang', 'sv');
		await expect(
			page.getByRole('banner').or(page.locator('article')).getByText('På svensk').first(),
		).toBeVisible();
	});
	const original = page.url();

	await test.step('copying is a page that says what comes along and what stays', async () => {
		await follow(page.getByRole('link', { name: 'Kopier til programmet vårt' }));
		await expect(page.getByRole('heading', { name: 'Dette skriv Haninge' })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Dette følgjer ikkje med' })).toBeVisible();
		await page.getByRole('button', { name: /^Kopier til/ }).click();
	});

	await test.step('the copy opens in editing, the original beside it', async () => {
		await expect(page).toHaveURL(/\/edit$/);
		await expect(page.getByText('Originalen frå Haninge', { exact: false }).first()).toBeVisible();
		await page.getByLabel('Tittel').fill('Skugge i barnehagen før neste hetebølgje');
		await expect(page.getByText('Lagra', { exact: true })).toBeVisible();
		// Only what was rewritten has become Nynorsk: the title's mark is gone, the description's is there.
		await expect(page.locator('main').getByText('På svensk', { exact: true })).toHaveCount(3);
		await page.reload();
		await expect(page.getByLabel('Tittel')).toHaveValue('Skugge i barnehagen før neste hetebølgje');
	});

	await test.step('publishing is an act of its own', async () => {
		await page.getByLabel('Alle i nettverka der vi er med').check();
		await page.getByRole('button', { name: 'Publiser tiltaket' }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Skugge i barnehagen før neste hetebølgje' }),
		).toBeVisible();
		await expect(page.getByText('Kopiert frå Haninge:')).toBeVisible();
		await follow(page.getByRole('link', { name: ORIGINAL }));
		await expect(page).toHaveURL(original);
		await page.getByText('Kopiert av éin').click();
		await expect(page.getByRole('link', { name: 'Skugge i barnehagen før neste hetebølgje' })).toBeVisible();
	});

	await test.step('Karin sees the copy too', async () => {
		const karin = await signedIn(browser, KARIN, samverk.url);
		await karin.goto(new URL(original).pathname);
		await karin.getByText('Kopierad av en').click();
		await follow(karin.getByRole('link', { name: 'Skugge i barnehagen før neste hetebølgje' }));
		await expect(karin.getByText('På nynorska').first()).toBeVisible();
		await expect(karin.getByText('På svenska', { exact: true })).toHaveCount(0);
		await karin.context().close();
	});

	await test.step('a second copy is asked about first', async () => {
		await page.goto(`${new URL(original).pathname}/copy`);
		await follow(page.getByRole('link', { name: 'Opne kopien de har' }));
		await expect(
			page.getByRole('heading', { level: 1, name: 'Skugge i barnehagen før neste hetebølgje' }),
		).toBeVisible();
	});
	await page.context().close();
});

test('two who write at once both keep their text', async ({ browser, samverk }) => {
	const first = await signedIn(browser, KARIN, samverk.url);
	await first.goto('/programme');
	await follow(first.getByRole('link', { name: 'Regnbäddar längs centrumgatorna' }));
	await follow(first.getByRole('link', { name: 'Redigera', exact: true }));
	await expect(first.getByLabel('Titel')).toHaveValue('Regnbäddar längs centrumgatorna');

	const second = await signedIn(browser, KARIN, samverk.url);
	await second.goto(new URL(first.url()).pathname);
	await second.getByLabel('Titel').fill('Regnbäddar i hela centrum');
	await expect(second.getByText('Sparat', { exact: true })).toBeVisible();

	await first.getByLabel('Titel').fill('Regnbäddar, först i centrum');
	await expect(first.getByText('Någon annan har ändrat samma text.', { exact: false })).toBeVisible();
	await expect(first.getByText('Regnbäddar i hela centrum', { exact: true })).toBeVisible();
	await expect(first.getByLabel('Titel')).toHaveValue('Regnbäddar, först i centrum');
	await first.getByRole('button', { name: 'Behåll min text' }).click();
	await expect(first.getByText('Sparat', { exact: true })).toBeVisible();
	await first.reload();
	await expect(first.getByLabel('Titel')).toHaveValue('Regnbäddar, först i centrum');
	await Promise.all([first.context().close(), second.context().close()]);
});

test('what could not be saved is still there after a reload, and is saved then', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);
	await page.goto('/programme');
	await follow(page.getByRole('link', { name: 'Trygg cykelparkering vid pendeltåget' }));
	await follow(page.getByRole('link', { name: 'Redigera', exact: true }));
	// The form has to be here before the connection goes.
	await expect(page.getByLabel('Titel')).toHaveValue('Trygg cykelparkering vid pendeltåget');
	await page.context().setOffline(true);
	await page.getByLabel('Titel').fill('Trygg cykelparkering vid stationen');
	await expect(page.getByText('Inte sparat än.', { exact: false })).toBeVisible();
	await page.context().setOffline(false);
	await page.reload();
	await expect(page.getByLabel('Titel')).toHaveValue('Trygg cykelparkering vid stationen');
	await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
	await page.context().close();
});
