// A report while it is being written: saved as one types, never over what somebody else has written meanwhile.

import { page } from '$app/state';
import { ApiError, run } from '$lib/api/client';
import { RoundReport, UpdateReport, type ReportText } from './documents';

export const PARTS = ['done', 'drivers', 'decision'] as const;
type Form = Record<(typeof PARTS)[number] | 'title', string>;

const PAUSE = 1_000;
const AGAIN = 5_000;

export class Writing {
	readonly id: string;
	form = $state<Form>({ title: '', done: '', drivers: '', decision: '' });
	state = $state<'idle' | 'saving' | 'saved' | 'failed'>('idle');
	linesOver = $state(0);
	editedAt = $state('');
	error = $state.raw<unknown>();
	/** What somebody else has written meanwhile. */
	conflict = $state.raw<ReportText>();
	#revision = 0;
	#touched = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(report: ReportText) {
		this.id = report.id;
		this.#take(report);
		const kept = localStorage.getItem(this.#key);
		if (!kept) return;
		try {
			Object.assign(this.form, JSON.parse(kept));
			this.touch();
		} catch {
			localStorage.removeItem(this.#key);
		}
	}

	get #key() {
		return `samverk.report.${this.id}`;
	}

	#take({ title, done, drivers, decision, revision, linesOver, editedAt }: ReportText) {
		this.form = { title, done, drivers, decision };
		this.#revision = revision;
		this.linesOver = linesOver;
		this.editedAt = editedAt;
	}

	touch() {
		this.#touched = true;
		localStorage.setItem(this.#key, JSON.stringify(this.form));
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), PAUSE);
	}

	take(part: (typeof PARTS)[number], text: string) {
		this.form[part] = text;
		this.touch();
	}

	fault(field: string): string | undefined {
		return this.error instanceof ApiError && this.error.field === field ? this.error.message : undefined;
	}

	/** A fault that belongs to no field. */
	get other(): unknown {
		return this.error instanceof ApiError && this.error.field && this.error.field in this.form
			? undefined
			: this.error;
	}

	async save(): Promise<void> {
		clearTimeout(this.#timer);
		if (!this.#touched || this.conflict) return;
		if (this.state === 'saving') {
			this.#timer = setTimeout(() => void this.save(), PAUSE);
			return;
		}
		this.#touched = false;
		this.state = 'saving';
		this.error = undefined;
		try {
			const { updateReport } = await run(UpdateReport, {
				input: { id: this.id, revision: this.#revision, ...this.form },
			});
			this.#revision = updateReport.report.revision;
			this.linesOver = updateReport.report.linesOver;
			this.editedAt = updateReport.report.editedAt;
			this.state = 'saved';
			if (!this.#touched) localStorage.removeItem(this.#key);
		} catch (error) {
			this.#touched = true;
			this.state = 'failed';
			this.error = error;
			if (!(error instanceof ApiError)) return;
			if (error.code === 'OFFLINE' || error.code === 'UNAVAILABLE')
				this.#timer = setTimeout(() => void this.save(), AGAIN);
			if (error.code === 'CONFLICT') {
				const { round } = await run(RoundReport, { id: page.params.round! });
				this.conflict = round?.report ?? undefined;
			}
		}
	}

	/** Ends a conflict: one's own words stand, or the other's. */
	settle(whose: 'mine' | 'theirs') {
		const theirs = this.conflict;
		if (!theirs) return;
		this.conflict = undefined;
		this.error = undefined;
		this.#revision = theirs.revision;
		if (whose === 'mine') return this.touch();
		this.#take(theirs);
		this.#touched = false;
		this.state = 'idle';
		localStorage.removeItem(this.#key);
	}
}
