import { run } from '$lib/api/client';
import { EditableProgrammes } from '$lib/programmes/documents';

export async function load({ parent }) {
	await parent();
	const { programmes } = await run(EditableProgrammes);
	return { programmes: programmes.edges.map(({ node }) => node) };
}
