import { error } from '@sveltejs/kit';
import { run } from '$lib/api/client';
import { kolada, ValueSources } from '$lib/programmes/incoming';

export async function load({ parent, params }) {
	await parent();
	const sources = await run(ValueSources, { id: params.id });
	const { programme } = sources;
	if (!programme) error(404, { message: '', code: 'NOT_FOUND' });
	if (!programme.viewerMayEdit) error(403, { message: '', code: 'FORBIDDEN' });
	return { programme, kolada: kolada(sources) };
}
