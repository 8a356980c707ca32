// One thing that a form or a button asks the server to do: whether it is under way, and what was wrong with it.

import { ApiError } from '$lib/api/client';

export class Sending {
	busy = $state(false);
	error = $state.raw<unknown>();

	/** Does it, unless it is being done already. Gives undefined when it failed; the fault is then in `error`. */
	async run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
		if (this.busy) return;
		this.busy = true;
		this.error = undefined;
		try {
			return await work();
		} catch (error) {
			this.error = error;
		} finally {
			this.busy = false;
		}
	}

	/** What is wrong with one field of the input, to be shown beside it. */
	fault(field: string): string | undefined {
		return this.error instanceof ApiError && this.error.field === field ? this.error.message : undefined;
	}

	/** A fault that belongs to none of these fields, to be shown by the button. */
	other(...fields: string[]): unknown {
		return this.error instanceof ApiError && this.error.field && fields.includes(this.error.field)
			? undefined
			: this.error;
	}

	get code(): string | undefined {
		return this.error instanceof ApiError ? this.error.code : undefined;
	}
}
