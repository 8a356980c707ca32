import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { ProgrammeQuery } from '$lib/programmes/documents';

export async function load({ parent, params }) {
	await parent();
	const { programme } = await run(ProgrammeQuery, { id: params.id });
	if (!programme) error(404, { message: '', code: 'NOT_FOUND' });
	if (!programme.viewerMayEdit) error(403, { message: '', code: 'FORBIDDEN' });
	return { programme };
}
