// Networks that do not let WebSockets through: updates come another way, by themselves, and nothing is lost on the way.

import { expect, type Page } from '@playwright/test';
import { INGEBORG, KARIN, openThread, said, signedIn, test } from './people.ts';
import { Wire } from './wire.ts';

const THREAD = 'Ord på båda sidor om gränsen';

const open = (page: Page, place: string) => openThread(page, place, THREAD);

async function say(page: Page, text: string) {
	await page.getByLabel('Skriv ett meddelande', { exact: true }).fill(text);
	await page.keyboard.press('Control+Enter');
	await expect(said(page, text)).toHaveCount(1);
}

const DETOUR = 'Nettet her slepper ikkje direkte oppdateringar gjennom';
const LOST = 'Ikkje kontakt med tenaren.';

for (const [how, meaning] of [
	['refuse', 'a proxy that refuses the upgrade'],
	['swallow', 'a proxy that opens sockets and lets nothing through'],
] as const) {
	test(`${meaning}: updates come all the same, and it is said once`, async ({ browser, samverk }) => {
		const wire = await Wire.to(samverk.port);
		wire.sockets = how;
		const karin = await signedIn(browser, KARIN, samverk.url);
		const ingeborg = await signedIn(browser, INGEBORG, wire.url);
		await open(karin, 'Samtal');
		await open(ingeborg, 'Samtalar');
		// How long it takes to be sure that nothing comes.
		await expect(ingeborg.getByText('Her no: Karin Hedvall (Haninge)')).toBeVisible({ timeout: 30_000 });
		await say(karin, `Genom väggen, ${how}.`);
		await expect(said(ingeborg, `Genom väggen, ${how}.`)).toHaveCount(1);
		await expect(ingeborg.getByText(LOST, { exact: false })).toBeHidden();

		await test.step('the next page of the same window knows, and says nothing more', async () => {
			await ingeborg.reload();
			await expect(ingeborg.getByText('Her no: Karin Hedvall (Haninge)')).toBeVisible();
			await expect(ingeborg.getByText(DETOUR, { exact: false })).toBeHidden();
		});

		await test.step('a cut wire loses nothing this way either', async () => {
			wire.cut();
			await expect(ingeborg.getByText(LOST, { exact: false })).toBeVisible();
			await say(karin, `Medan du var borta, ${how}.`);
			wire.mend();
			await expect(said(ingeborg, `Medan du var borta, ${how}.`)).toHaveCount(1);
			await expect(said(ingeborg, `Genom väggen, ${how}.`)).toHaveCount(1);
		});

		await test.step('in another network the socket is tried again', async () => {
			wire.sockets = 'pass';
			const socket = ingeborg.waitForEvent('websocket', (each) => each.url().endsWith('/graphql/ws'));
			await ingeborg.evaluate(() => dispatchEvent(new Event('online')));
			await socket;
			await say(karin, `Vanliga vägen igen, ${how}.`);
			await expect(said(ingeborg, `Vanliga vägen igen, ${how}.`)).toHaveCount(1);
			await expect
				.poll(() => ingeborg.evaluate(() => sessionStorage.getItem('samverk.socket-stopped')))
				.toBeNull();
		});
		await Promise.all([karin.context().close(), ingeborg.context().close()]);
		await wire.stop();
	});
}

test('that updates come another way is told in a sentence, which goes by itself', async ({
	browser,
	samverk,
}) => {
	const wire = await Wire.to(samverk.port);
	wire.sockets = 'refuse';
	const page = await signedIn(browser, INGEBORG, wire.url);
	await expect(page.getByText(DETOUR, { exact: false })).toBeVisible();
	await expect(page.getByText(DETOUR, { exact: false })).toBeHidden();
	await page.context().close();
	await wire.stop();
});
