import { error, redirect } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { ProgrammeQuery } from '$lib/programmes/documents';
import { ProgrammeChoices } from '$lib/programmes/editing';

export async function load({ parent, params, depends }) {
	depends('app:programme');
	await parent();
	const { programme } = await run(ProgrammeQuery, { id: params.id });
	if (!programme) error(404, { message: '', code: 'NOT_FOUND' });
	if (!programme.viewerMayEdit) redirect(307, `/programme/${programme.id}`);
	const choices = await run(ProgrammeChoices, { country: programme.organisation.country });
	return { programme, choices };
}
