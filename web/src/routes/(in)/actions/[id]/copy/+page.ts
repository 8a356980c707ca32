import { error } from '@sveltejs/kit';
import { ActionForEditing } from '$lib/actions/documents';
import { run } from '$lib/api/client';
import { CopyPreviewQuery } from '$lib/family/documents';
import { EditableProgrammes } from '$lib/programmes/documents';

export async function load({ parent, params, url }) {
	await parent();
	const [{ action }, { programmes }] = await Promise.all([
		run(ActionForEditing, { id: params.id }),
		run(EditableProgrammes),
	]);
	if (!action) error(404, { message: '', code: 'NOT_FOUND' });
	const mine = programmes.edges.map(({ node }) => node);
	const programmeId = mine.find(({ id }) => id === url.searchParams.get('programme'))?.id ?? mine[0]?.id;
	// Without a programme there is nothing to copy into, and nothing to say of it.
	const { copyPreview } = programmeId
		? await run(CopyPreviewQuery, { actionId: params.id, programmeId })
		: { copyPreview: null };
	return { action, programmes: mine, programmeId: programmeId ?? '', preview: copyPreview };
}
