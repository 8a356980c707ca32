import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { ResponsibleQuery } from '$lib/followup/documents';

export async function load({ parent, params, depends }) {
	depends('app:responsible');
	await parent();
	const { programme, responsible, followUpState } = await run(ResponsibleQuery, { id: params.id });
	if (!programme?.viewerMayEdit) error(404, { message: '', code: 'NOT_FOUND' });
	return { programme, responsible, subjects: followUpState };
}
