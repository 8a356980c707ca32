import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { ProgrammeActions, ProgrammeQuery } from '$lib/programmes/documents';

export async function load({ parent, params }) {
	await parent();
	const [{ programme }, first] = await Promise.all([
		run(ProgrammeQuery, { id: params.id }),
		run(ProgrammeActions, { id: params.id, after: null }),
	]);
	if (!programme || !first.programme) error(404, { message: '', code: 'NOT_FOUND' });
	return { programme, actions: first.programme.actions };
}
