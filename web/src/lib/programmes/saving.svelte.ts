// Saving one part of a programme. Two who change the same part meet here: what the other wrote is fetched and shown, what
// this person wrote stays in the form, and saving again takes the place of both.

import { ApiError } from '$lib/api/client';
import { refresh } from '$lib/refresh';
import { Sending } from '$lib/sending.svelte';

export class Saving extends Sending {
	/** Somebody else saved first; the part as they left it has been loaded. */
	conflict = $state(false);

	/** True when the server has it, and the page shows the programme anew; until then nothing else is sent. */
	async save(work: () => Promise<unknown>): Promise<boolean> {
		this.conflict = false;
		const saved = await this.run(async () => {
			try {
				await work();
			} catch (error) {
				if (error instanceof ApiError && error.code === 'CONFLICT') {
					await refresh('app:programme');
					this.conflict = true;
				}
				throw error;
			}
			await refresh('app:programme');
			return true;
		});
		return saved === true;
	}
}
