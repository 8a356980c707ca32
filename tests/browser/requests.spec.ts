// What somebody looks for: asked of the network, answered by an action, and copied straight from the answer.

import { expect } from '@playwright/test';
import { expectAccessible, follow, INGEBORG, KARIN, NETWORK, signedIn, test } from './people.ts';

const SUBJECT = 'Hur får vi folk att låna elcykel?';

test('a question is answered by an action, which the asker copies from the answer', async ({
	browser,
	samverk,
}) => {
	const karin = await signedIn(browser, KARIN, samverk.url);
	const ingeborg = await signedIn(browser, INGEBORG, samverk.url);

	await test.step('Ingeborg asks', async () => {
		await ingeborg.goto('/requests');
		await ingeborg.getByLabel('Kven spør du?').selectOption(NETWORK);
		await ingeborg.getByLabel('Kva leitar de etter?').fill(SUBJECT);
		await ingeborg.getByRole('button', { name: 'Send spørsmålet' }).click();
		await expect(ingeborg.getByRole('heading', { level: 1, name: SUBJECT })).toBeVisible();
		await expect(ingeborg.getByRole('heading', { name: 'Ingen svar enno' })).toBeVisible();
	});

	await test.step('Karin points at an action of hers', async () => {
		await karin.goto('/');
		await follow(karin.getByRole('link', { name: SUBJECT }).first());
		await karin.getByLabel(/^Peka på en åtgärd/).fill('Giftfri förskola');
		await karin.keyboard.press('Enter');
		await karin
			.getByRole('radio', { name: /^Giftfri förskola/ })
			.first()
			.check();
		await karin.getByLabel(/^Några ord till/).fill('Inte cyklar, men samma sätt att fråga.');
		await expectAccessible(karin, 'an answer');
		await karin.getByRole('button', { name: 'Skicka svaret' }).click();
		await expect(karin.getByRole('heading', { name: 'Ett svar' })).toBeVisible();
		await expect(karin.getByText('Inte cyklar, men samma sätt att fråga.')).toBeVisible();
		await expect(karin.getByLabel(/^Några ord till/)).toHaveValue('');
	});

	await test.step('Ingeborg finds the answer at home and copies what it points at', async () => {
		await ingeborg.goto('/');
		await follow(ingeborg.getByRole('link', { name: `Eitt nytt svar – ${SUBJECT}` }));
		const answer = ingeborg.getByRole('listitem').filter({ hasText: 'Inte cyklar' });
		await expect(answer.getByText('Nytt', { exact: true })).toBeVisible();
		await expectAccessible(ingeborg, 'an answered question');
		await follow(answer.getByRole('link', { name: 'Kopier til programmet vårt' }));
		await ingeborg.getByRole('button', { name: /^Kopier til/ }).click();
		await expect(ingeborg).toHaveURL(/\/edit$/);
		await expect(ingeborg.getByLabel('Tittel')).toHaveValue(/^Giftfri förskola/);
	});

	await test.step('and closes the question', async () => {
		await ingeborg.goto('/requests');
		await follow(ingeborg.getByRole('link', { name: SUBJECT }));
		await ingeborg.getByRole('button', { name: 'Avslutt: vi har fått svar' }).click();
		await expect(ingeborg.getByText('Avslutta', { exact: true })).toBeVisible();
		await ingeborg.goto('/requests');
		await expect(ingeborg.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(ingeborg.getByRole('link', { name: SUBJECT })).toHaveCount(0);
	});
	await Promise.all([karin.context().close(), ingeborg.context().close()]);
});
