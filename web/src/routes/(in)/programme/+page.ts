import { redirect } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { OrganisationProgrammes } from '$lib/programmes/documents';
import { session } from '$lib/session.svelte';

export async function load({ parent, url }) {
	await parent();
	const { programmes } = await run(OrganisationProgrammes, {
		organisationId: session.viewer!.organisation.id,
	});
	const all = programmes.edges.map(({ node }) => node);
	// Nearly everybody has one: it opens at once, and its page leads here.
	if (all.length === 1 && !url.searchParams.has('all')) redirect(307, `/programme/${all[0]!.id}`);
	return { programmes: all };
}
