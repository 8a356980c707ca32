// Every page: no fault that axe can find, in light and in dark, in Nynorsk and in Swedish; nothing sideways at 320 px.

import { expect, type Page } from '@playwright/test';
import {
	device,
	ELIN,
	expectAccessible,
	expectNoSideways,
	follow,
	INGEBORG,
	KARIN,
	NETWORK,
	signedIn,
	test,
} from './people.ts';

/** The address of the first link with this name on a page. */
async function addressOf(page: Page, at: string, name: string | RegExp): Promise<string> {
	await page.goto(at);
	return new URL(
		await page
			.locator('main')
			.getByRole('link', { name })
			.first()
			.evaluate((link: HTMLAnchorElement) => link.href),
	).pathname;
}

async function pagesOf(page: Page): Promise<string[]> {
	const action = await addressOf(page, '/actions?text=Elcyklar', /^Elcyklar i stället/);
	const thread = await addressOf(page, '/conversations', /^Elsyklar i heimetenesta/);
	const draft = await addressOf(page, '/actions', /./).then(() => addressOf(page, '/programme?all', /\d{4}/));
	const own = await addressOf(page, draft, /^(?!.*(Nytt tiltak|Ny åtgärd|Oppfølging|Uppföljning)).+/);
	const inventory = await addressOf(page, '/programme?all', /^(Status for|Nuläge för)/);
	const round = await addressOf(page, `${draft}/follow-up`, /^(Oppfølging|Uppföljning) .*\d{4}/);
	const request = await addressOf(page, '/requests', /Klimabudsjett i ein liten kommune/);
	return [
		'/',
		'/networks',
		'/networks/new',
		'/networks/miljostrateger',
		'/actions',
		'/actions?text=finnst-ikkje',
		'/actions/new',
		action,
		`${action}/copy`,
		`${action}/family`,
		`${own}/edit`,
		`${own}/example`,
		`${own}/revisions`,
		`${own}/upstream`,
		'/programme?all',
		draft,
		`${draft}/edit`,
		`${draft}/import`,
		`${draft}/values`,
		`${draft}/follow-up`,
		`${draft}/follow-up/responsible`,
		round,
		`${round}/changes`,
		`${round}/report`,
		inventory,
		`${inventory}/import`,
		'/requests',
		request,
		'/conversations',
		thread,
		'/me',
		'/here-is-nothing',
	];
}

// The languages side by side, each with a server of its own.
test.describe.configure({ mode: 'parallel' });

async function expectAllAccessible(page: Page, addresses: string[]) {
	for (const address of addresses) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.emulateMedia({ colorScheme: 'light' });
		await expectAccessible(page, address);
		// Nothing but its colours is another in the dark.
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectAccessible(page, `${address}, dark`, ['color-contrast', 'link-in-text-block']);
	}
}

for (const who of [INGEBORG, KARIN]) {
	test(`axe finds nothing: ${who.locale}, light and dark`, async ({ browser, samverk }) => {
		test.setTimeout(480_000);
		const page = await signedIn(browser, who, samverk.url);
		await expectAllAccessible(page, await pagesOf(page));
		await page.context().close();
	});

	test(`axe finds nothing where nobody is signed in: ${who.locale}`, async ({ browser, samverk }) => {
		const page = await device(browser, who, samverk.url);
		await expectAllAccessible(page, ['/', '/sign-in', '/welcome#spent', '/actions']);
		await page.context().close();
	});
}

test('axe finds nothing where a network is managed', async ({ browser, samverk }) => {
	const page = await signedIn(browser, ELIN, samverk.url);
	await page.goto('/networks/miljostrateger/manage');
	await expect(page.getByRole('heading', { level: 1, name: 'Hantera nätverket' })).toBeVisible();
	await expectAccessible(page, 'manage');
	await page
		.getByLabel('Klistra in adresser')
		.fill('Namn;E-post;Organisation\nÅsa;asa@kommun.example;Haninge kommun\nBo;fel;X');
	await page.getByRole('button', { name: 'Granska listan' }).click();
	await expect(page.getByText('En person går att bjuda in.').first()).toBeVisible();
	await expectAccessible(page, 'the list looked over');
	await page.context().close();
});

test('nothing sticks out at 320 px, nor where the menu opens', async ({ browser, samverk }) => {
	test.slow();
	const wide = await signedIn(browser, INGEBORG, samverk.url);
	const addresses = await pagesOf(wide);
	await wide.context().close();
	const page = await signedIn(browser, INGEBORG, samverk.url, { viewport: { width: 320, height: 640 } });
	for (const address of addresses) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectNoSideways(page, address);
	}
	// Where the menu just has room beside the search, with a number in it.
	await page.setViewportSize({ width: 1200, height: 800 });
	await page.goto('/');
	await expect(
		page.getByRole('navigation').getByRole('link', { name: 'Nettverk', exact: true }),
	).toBeVisible();
	await expectNoSideways(page, 'the menu in the bar');
	await page.setViewportSize({ width: 320, height: 640 });
	await page.getByRole('button', { name: 'Meny' }).click();
	await follow(page.getByRole('link', { name: 'Nettverk', exact: true }));
	await follow(page.getByRole('link', { name: NETWORK }).first());
	await expect(page.getByRole('heading', { level: 1, name: NETWORK })).toBeVisible();
	await page.context().close();

	const elin = await signedIn(browser, ELIN, samverk.url, { viewport: { width: 320, height: 640 } });
	await elin.goto('/networks/miljostrateger/manage');
	await expect(elin.getByRole('heading', { level: 1 })).toBeVisible();
	await expectNoSideways(elin, 'manage');
	await elin.context().close();
});
