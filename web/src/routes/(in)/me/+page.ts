import { run } from '$lib/api/client';
import { MySettings } from '$lib/people/documents';

export async function load({ parent }) {
	await parent();
	return run(MySettings);
}
