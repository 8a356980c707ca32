// What becomes of a copy: its origin publishes again, the copy takes what it wants, and all of it can be undone.

import { expect, type Page } from '@playwright/test';
import { expectAccessible, follow, INGEBORG, KARIN, signedIn, test } from './people.ts';

const COPY = 'Återbruksinventering innan kommunhusets gamla del byggs om';

test('what an origin has published is taken into the copy, and the copy goes back to what it said', async ({
	browser,
	samverk,
}) => {
	const page = await signedIn(browser, KARIN, samverk.url);

	await test.step('the home page tells of it', async () => {
		const news = page.getByRole('region', { name: 'Nytt i det ni har kopierat' });
		await follow(news.getByRole('link', { name: COPY }));
		await expect(page.getByRole('heading', { level: 1, name: 'Nytt från ursprunget' })).toBeVisible();
	});

	await test.step('the difference is shown word by word, and is taken', async () => {
		await expect(page.getByText('Två personer hinner inte med ett stort hus på en dag')).toBeVisible();
		await expect(page.locator('ins').filter({ hasText: 'två gånger' })).toBeVisible();
		await expectAccessible(page, 'what an origin has published');
		await page.getByRole('button', { name: /^Ta in texten.*Beskrivning$/ }).click();
		await expect(page.getByText('Beskrivning: intaget i ert utkast.')).toBeVisible();
		await expect(page.getByText('Inget nytt väntar', { exact: false })).toBeVisible();
	});

	await test.step('the family is a tree from the first ancestor down', async () => {
		await follow(page.getByRole('link', { name: 'Till åtgärden' }));
		await follow(page.getByRole('link', { name: 'Se hela släkten' }));
		await expect(page.getByRole('heading', { level: 1, name: 'Åtgärdens släkt' })).toBeVisible();
		const tree = page.getByRole('region', { name: 'Släkten har 3 åtgärder' });
		await expect(tree.getByRole('listitem').first()).toContainText('Trondheim');
		await expect(tree.locator('li li li')).toContainText(COPY);
		await tree.getByRole('button', { name: 'En kopia' }).first().click();
		await expect(tree.locator('li li li')).toBeHidden();
	});

	await test.step('an earlier version is restored as a new one', async () => {
		await follow(page.getByRole('link', { name: 'Till åtgärden' }));
		await follow(page.getByRole('link', { name: 'Tidigare versioner' }));
		await page.getByRole('button', { name: /^Återställ.*Version 1$/ }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Återställ' }).click();
		await expect(page.getByText('Version 1 är återställd som ett nytt utkast.')).toBeVisible();
		await expect(page.getByRole('heading', { name: /^Version 3/ })).toBeVisible();
	});
	await page.context().close();
});

/** Asks the API as whoever is signed in on a page. */
async function api(page: Page, query: string, variables: object): Promise<any> {
	const answer = await page.request.post('/graphql', {
		data: { query, variables },
		headers: { origin: new URL(page.url()).origin },
	});
	const { data, errors } = await answer.json();
	expect(errors).toBeUndefined();
	return data;
}

test('lists and the story of a good example are followed too, and what only the copy has is named before it goes', async ({
	browser,
	samverk,
}) => {
	const [karin, ingeborg] = [
		await signedIn(browser, KARIN, samverk.url),
		await signedIn(browser, INGEBORG, samverk.url),
	];
	const own = 'query { programmes(editable: true, first: 1) { edges { node { id } } } }';
	const [hers, theirs] = [
		(await api(karin, own, {})).programmes.edges[0].node.id,
		(await api(ingeborg, own, {})).programmes.edges[0].node.id,
	];
	const create = 'mutation($input: CreateActionInput!) { createAction(input: $input) { action { id } } }';
	const update =
		'mutation($input: UpdateActionInput!) { updateAction(input: $input) { action { revision } } }';
	const publish = 'mutation($input: PublishActionInput!) { publishAction(input: $input) { action { id } } }';
	const copy = 'mutation($input: CopyActionInput!) { copyAction(input: $input) { action { id } } }';
	const { id } = (
		await api(ingeborg, create, {
			input: {
				programmeId: theirs,
				language: 'NN',
				title: 'Grøn mjølk',
				description: 'Vi byter mjølk.',
				themes: ['waste'],
				links: [{ url: 'https://alesund.example/kalkyle', name: 'Kalkyle' }],
			},
		})
	).createAction.action;
	await api(ingeborg, publish, { input: { id, revision: 1, visibility: 'NETWORK' } });
	const made = (await api(karin, copy, { input: { actionId: id, programmeId: hers } })).copyAction.action.id;
	const ours = [
		{ url: 'https://alesund.example/kalkyle', name: 'Kalkyle' },
		{ url: 'https://haninge.example/egen' },
	];
	await api(karin, update, {
		input: { id: made, revision: 1, links: ours, problem: 'Egna ord.', language: 'SV' },
	});
	await api(ingeborg, update, {
		input: {
			id,
			revision: 1,
			language: 'NN',
			themes: ['waste', 'agriculture'],
			problem: 'For mykje mjølk blir kasta.',
			result: 'Halvparten så mykje.',
			links: [{ url: 'https://alesund.example/rapport', name: 'Rapport' }],
		},
	});
	await api(ingeborg, publish, { input: { id, revision: 2, visibility: 'NETWORK' } });

	await karin.goto(`/actions/${made}/upstream`);
	const part = (name: string) => karin.getByRole('region', { name });
	await expect(part('Teman').locator('ins')).toContainText('Jordbruk');
	await expect(part('Länkar').locator('del').getByRole('link', { name: 'Kalkyle' })).toBeVisible();
	await expect(part('Länkar').locator('ins').getByRole('link', { name: 'Rapport' })).toBeVisible();
	await expect(part('Länkar')).toContainText('det försvinner om ni byter: https://haninge.example/egen');
	await expect(part('Problemet').getByRole('button', { name: /^Ta in texten/ })).toHaveCount(0);
	await expectAccessible(karin, 'what an origin has published');
	await part('Länkar')
		.getByRole('button', { name: /^Byt till deras/ })
		.click();
	await expect(karin.getByText('Länkar: intaget i ert utkast.')).toBeVisible();
	await part('Teman')
		.getByRole('button', { name: /^Byt till deras/ })
		.click();
	await expect(karin.getByText('Teman: intaget i ert utkast.')).toBeVisible();
	await part('Resultatet')
		.getByRole('button', { name: /^Hoppa över/ })
		.click();
	await expect(karin.getByText('Resultatet: överhoppat tills det ändras igen.')).toBeVisible();
	await part('Problemet')
		.getByRole('button', { name: /^Ta in med egna ord/ })
		.click();
	await part('Problemet').getByRole('textbox').fill('För mycket mjölk slängs.');
	await part('Problemet').getByRole('button', { name: 'Ta in min text' }).click();
	await expect(karin.getByText('Inget nytt väntar', { exact: false })).toBeVisible();

	await karin.goto(`/actions/${made}/revisions`);
	await expect(karin.getByText('Ändrat: Problemet').first()).toBeVisible();
	await expect(karin.getByText('Ändrat: Länkar', { exact: true })).toBeVisible();
	await karin.getByText('Läs den').first().click();
	await expect(karin.getByRole('link', { name: 'Rapport' }).first()).toBeVisible();
	await expectAccessible(karin, 'earlier versions');
	await karin.context().close();
	await ingeborg.context().close();
});
