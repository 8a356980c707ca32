// Without demo mode, from the first start's link: people come in by mail, and a coordinator looks after who is in.

import { expect, test, type Browser, type Page } from '@playwright/test';
import { device, follow, signedIn } from './people.ts';
import { Mailbox } from './mailbox.ts';
import { Server } from './server.ts';

const SWEDISH = { name: '', locale: 'sv-SE' };
const NYNORSK = { name: '', locale: 'nn-NO' };

let mailbox: Mailbox;
let server: Server;

test.beforeAll(async () => {
	mailbox = await Mailbox.open();
	server = await Server.start([], {
		SAMVERK_SMTP_URL: mailbox.url,
		SAMVERK_MAIL_FROM: 'Samverk <samverk@kommun.example>',
	});
});

test.afterAll(async () => {
	await server.stop();
	await mailbox.close();
});

async function chooseOrganisation(page: Page, label: string, name: string) {
	await page.getByRole('combobox', { name: label }).fill(name);
	await page.getByRole('option', { name: new RegExp(`^${name} `) }).click();
	await expect(page.getByRole('combobox', { name: label })).toHaveValue(name);
}

/** Comes in by the link of a mail. */
async function comeIn(browser: Browser, who: typeof SWEDISH, url: string, link: string): Promise<Page> {
	const page = await device(browser, who, url);
	await page.goto(link);
	return page;
}

test('a network is created, people are invited, come in, get roles, are removed, and ask', async ({
	browser,
}) => {
	test.slow();
	const [, founder] = /(\/welcome#[\w-]+)/.exec(server.log) ?? [];
	expect(founder, server.log).toBeTruthy();
	const page = await comeIn(browser, SWEDISH, server.url, founder!);

	await test.step('the first person comes in by the link of the first start', async () => {
		await expect(
			page.getByRole('heading', { level: 1, name: 'Samverk är startat. Du är först.' }),
		).toBeVisible();
		await page.getByLabel('E-postadress').fill('disa@haninge.example');
		await page.getByLabel('Ditt namn').fill('Disa Prov');
		await chooseOrganisation(page, 'Din kommun eller organisation', 'Haninge');
		await page.getByRole('button', { name: 'Kom in' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Nytt nätverk' })).toBeVisible();
	});

	await test.step('and creates a network', async () => {
		await page.getByLabel('Nätverkets namn').fill('Miljöstrateger i prov');
		await expect(page.getByLabel('Kort namn i adressen')).toHaveValue('miljostrateger-i-prov');
		await page.getByRole('checkbox', { name: 'Nynorsk' }).check();
		await page.getByRole('button', { name: 'Skapa nätverket' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Hantera nätverket' })).toBeVisible();
	});

	await test.step('invites by pasting addresses', async () => {
		await page
			.getByLabel('Klistra in adresser')
			.fill('torunn@alesund.example, Per Prov <per@nowhere.example>');
		await page.getByRole('button', { name: 'Granska listan' }).click();
		await expect(page.getByRole('cell', { name: 'Per Prov' })).toBeVisible();
		await page.getByRole('button', { name: 'Skicka 2 inbjudningar' }).click();
		await expect(page.getByText('2 inbjudningar är på väg.')).toBeVisible();
	});

	await test.step('and by a file as Excel saves it, with its faults told line by line', async () => {
		const csv =
			'Namn;E-post;Organisation\r\nÅsa Lundblom;asa@uppsala.example;Uppsala kommun\r\nUtan Adress;;Haninge\r\nOkänd;okand@x.example;Ingenstans\r\n';
		await page.getByLabel('Eller välj en csv-fil').setInputFiles({
			name: 'inbjudna.csv',
			mimeType: 'text/csv',
			// Windows' Western alphabet, not UTF-8.
			buffer: Buffer.from(csv, 'latin1'),
		});
		await expect(page.getByRole('row', { name: /Åsa Lundblom/ })).toContainText('Uppsala');
		await expect(page.getByRole('row', { name: /Utan Adress/ })).toContainText('Rad 3: ingen giltig adress');
		await expect(page.getByRole('row', { name: /Okänd/ })).toContainText('”Ingenstans” hittades inte.');
		await page.getByRole('button', { name: 'Skicka 2 inbjudningar' }).click();
		await expect(page.getByRole('heading', { name: '4 inbjudna har inte svarat' })).toBeVisible();
	});

	const torunn =
		await test.step('the invited comes in by the link of the mail, which looking at does not spend', async () => {
			const link = Mailbox.link(await mailbox.mail('torunn@alesund.example'));
			const scanner = await comeIn(browser, NYNORSK, server.url, link);
			await expect(
				scanner.getByRole('heading', { level: 1, name: 'Velkomen til Miljöstrateger i prov' }),
			).toBeVisible();
			await scanner.context().close();

			const invited = await comeIn(browser, NYNORSK, server.url, link);
			await expect(invited.getByText('Lenkja gjeld for torunn@alesund.example.')).toBeVisible();
			await invited.getByLabel('Namnet ditt').fill('Torunn Prøve');
			await chooseOrganisation(invited, 'Kommunen eller organisasjonen din', 'Ålesund');
			await invited.getByRole('button', { name: 'Bli med i nettverket' }).click();
			await expect(invited.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(invited).toHaveURL(/\/networks\/miljostrateger-i-prov|\/$/);
			await expect(invited.locator('html')).toHaveAttribute('lang', 'nn');

			const again = await comeIn(browser, NYNORSK, server.url, link);
			await expect(again.getByRole('heading', { level: 1, name: 'Lenkja kan ikkje brukast' })).toBeVisible();
			await again.context().close();
			return invited;
		});

	await test.step('who has not accepted is seen, and reminded', async () => {
		await page.reload();
		await expect(page.getByRole('heading', { name: '3 inbjudna har inte svarat' })).toBeVisible();
		await mailbox.mail('asa@uppsala.example');
		await page.getByRole('button', { name: 'Påminn asa@uppsala.example' }).click();
		// Just after the invitation a reminder would be a nuisance.
		await expect(
			page.getByRole('alert').getByText('Ett brev har nyss gått. Vänta tio minuter innan du påminner igen.'),
		).toBeVisible();
		await page.getByRole('button', { name: 'Dra tillbaka okand@x.example' }).click();
		await expect(page.getByRole('heading', { name: '2 inbjudna har inte svarat' })).toBeVisible();
	});

	await test.step('roles are changed, an organisation confirmed, a member removed', async () => {
		const row = page.getByRole('listitem').filter({ hasText: 'Torunn Prøve' });
		await row.getByRole('button', { name: 'Bekräfta Ålesund' }).click();
		await expect(page.getByText('Torunn Prøve hör till Ålesund och får ändra i dess program.')).toBeVisible();
		await row.getByLabel('Roll för Torunn Prøve').selectOption('COORDINATOR');
		await expect(page.getByText('Torunn Prøve har fått en ny roll.')).toBeVisible();
		await torunn.goto('/networks/miljostrateger-i-prov');
		await expect(torunn.getByRole('link', { name: 'Styr nettverket' })).toBeVisible();
		await row.getByRole('button', { name: 'Ta bort Torunn Prøve' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
		await expect(page.getByText('Torunn Prøve är borttagen ur nätverket.')).toBeVisible();
	});

	await test.step('who is not in asks to join, and is let in', async () => {
		await torunn.goto('/networks/miljostrateger-i-prov');
		await torunn.getByLabel('Nokre ord om kvifor', { exact: false }).fill('Eg vil gjerne inn att.');
		await torunn.getByRole('button', { name: 'Be om å få vere med' }).click();
		await expect(torunn.getByText('Du bad om å få vere med', { exact: false })).toBeVisible();
		await page.goto('/');
		await follow(page.getByRole('link', { name: /En person vill vara med/ }));
		await expect(page.getByText('Eg vil gjerne inn att.')).toBeVisible();
		await page.getByRole('button', { name: 'Släpp in' }).click();
		await expect(page.getByText('Torunn Prøve är med nu.')).toBeVisible();
		await torunn.reload();
		await expect(torunn.getByRole('heading', { name: 'Kven er med?' })).toBeVisible();
	});

	await test.step('signing in by mail says the same to known and unknown, and works once', async () => {
		const other = await device(browser, NYNORSK, server.url);
		for (const address of ['torunn@alesund.example', 'ukjend@ingenstad.example']) {
			await other.goto('/sign-in');
			await other.getByLabel('E-postadresse').fill(address);
			await other.getByRole('button', { name: 'Send lenkje' }).click();
			await expect(
				other.getByText(`Vi har sendt ei lenkje til ${address} dersom adressa kan brukast.`),
			).toBeVisible();
		}
		const before = mailbox.mails.filter(({ to }) => to === 'torunn@alesund.example').length;
		const link = Mailbox.link(await mailbox.mail('torunn@alesund.example', Math.max(2, before)));
		await other.goto(link);
		await other.getByRole('button', { name: 'Kom inn' }).click();
		await expect(other.getByRole('heading', { level: 1, name: 'Hei, Torunn' })).toBeVisible();

		await test.step('and out everywhere', async () => {
			await other.goto('/me');
			await other.getByRole('button', { name: 'Logg ut overalt' }).click();
			await expect(other.getByRole('link', { name: 'Logg inn' }).first()).toBeVisible();
			await torunn.reload();
			await expect(torunn.getByRole('heading', { level: 1, name: 'Logg inn' })).toBeVisible();
			await other.context().close();
		});
	});
	await Promise.all([page.context().close(), torunn.context().close()]);
});

test('a reminder goes to who was invited long ago', async ({ browser }) => {
	const demo = await Server.start(['--demo'], {
		SAMVERK_SMTP_URL: mailbox.url,
		SAMVERK_MAIL_FROM: 'Samverk <samverk@kommun.example>',
	});
	const page = await signedIn(browser, { name: 'Elin Ravnholt', locale: 'sv-SE' }, demo.url);
	await page.goto('/networks/miljostrateger/manage');
	await page.getByRole('button', { name: 'Påminn rutger@demo.example' }).click();
	await expect(page.getByText('En påminnelse till rutger@demo.example är på väg.')).toBeVisible();
	const link = Mailbox.link(await mailbox.mail('rutger@demo.example'));
	await page.context().close();

	const rutger = await comeIn(browser, SWEDISH, demo.url, link);
	await rutger.getByRole('button', { name: 'Gå med i nätverket' }).click();
	await expect(rutger.getByRole('heading', { level: 1 })).not.toContainText('Välkommen');
	await rutger.context().close();
	await demo.stop();
});
