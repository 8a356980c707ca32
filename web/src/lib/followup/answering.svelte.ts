// One question while it is being answered: saved as one types, kept in this browser until it is, and never written over
// what somebody else has answered meanwhile.

import { ApiError } from '$lib/api/client';
import { STATUSES, type Kind, type Status } from './statuses';

/** What can be said to a question. */
export interface Words {
	status: Status | null;
	comment: string | null;
	grade: number | null;
}

export interface Question {
	itemId: string;
	kind: Kind;
	title: string;
	focusArea: string | null;
	goal: string | null;
	due: string | null;
	/** How it stands in the programme. */
	status: Status | null;
	gone: boolean;
	revision: number;
	answer: (Words & { by: string | null; byStrategist: boolean }) | null;
	/** What was said last round. */
	last?: (Words & { by: string | null; byStrategist: boolean }) | null;
}

export interface Keeper {
	/** Keeps an answer that rests on a revision. */
	save(itemId: string, revision: number, words: Words): Promise<{ revision: number; answered: boolean }>;
	/** The question as it is by now. */
	again(itemId: string): Promise<Question | undefined>;
}

const PAUSE = 700;
const AGAIN = 5_000;

export class Answering {
	status = $state<Status | ''>('');
	comment = $state('');
	grade = $state(0);
	state = $state<'idle' | 'saving' | 'saved' | 'failed'>('idle');
	answered = $state(false);
	error = $state.raw<unknown>();
	/** What somebody else has answered meanwhile. */
	theirs = $state.raw<Question>();
	#revision: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#touched = false;

	constructor(
		readonly question: Question,
		readonly review: boolean,
		readonly keeper: Keeper,
	) {
		this.#revision = question.revision;
		this.#take(question);
		const kept = localStorage.getItem(this.#key);
		if (kept) {
			try {
				const words = JSON.parse(kept) as Words;
				this.#say(words);
				this.touch();
			} catch {
				localStorage.removeItem(this.#key);
			}
		}
	}

	get choices(): readonly Status[] {
		return STATUSES[this.review ? 'REVIEW' : this.question.kind];
	}

	get #key() {
		return `samverk.answer.${this.question.itemId}`;
	}

	get words(): Words {
		return { status: this.status || null, comment: this.comment.trim() || null, grade: this.grade || null };
	}

	fault(field: keyof Words): string | undefined {
		return this.error instanceof ApiError && this.error.field === field ? this.error.message : undefined;
	}

	#say(words: Words) {
		this.status = words.status ?? '';
		this.comment = words.comment ?? '';
		this.grade = words.grade ?? 0;
	}

	#take(question: Question) {
		this.#say(question.answer ?? { status: null, comment: null, grade: null });
		this.answered = complete(this.review, this.words);
		this.#revision = question.revision;
	}

	/** Something was changed: it is saved when nothing more has been for a moment. */
	touch(at: 'once' | 'soon' = 'soon') {
		this.#touched = true;
		localStorage.setItem(this.#key, JSON.stringify(this.words));
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), at === 'once' ? 0 : PAUSE);
	}

	async save(): Promise<void> {
		clearTimeout(this.#timer);
		if (!this.#touched || this.theirs) return;
		if (this.state === 'saving') {
			this.#timer = setTimeout(() => void this.save(), PAUSE);
			return;
		}
		this.#touched = false;
		this.state = 'saving';
		this.error = undefined;
		try {
			const kept = await this.keeper.save(this.question.itemId, this.#revision, this.words);
			this.#revision = kept.revision;
			this.answered = kept.answered;
			this.state = 'saved';
			if (!this.#touched) localStorage.removeItem(this.#key);
		} catch (error) {
			this.#touched = true;
			this.state = 'failed';
			this.error = error;
			await this.#failed(error);
		}
	}

	async #failed(error: unknown) {
		if (!(error instanceof ApiError)) return;
		if (error.code === 'OFFLINE' || error.code === 'RATE_LIMITED' || error.code === 'UNAVAILABLE')
			this.#timer = setTimeout(() => void this.save(), AGAIN);
		if (error.code === 'CONFLICT')
			this.theirs = await this.keeper.again(this.question.itemId).catch(() => undefined);
	}

	/** Ends a conflict: one's own words stand, or the other's. */
	settle(whose: 'mine' | 'theirs') {
		if (!this.theirs) return;
		const theirs = this.theirs;
		this.theirs = undefined;
		this.error = undefined;
		this.#revision = theirs.revision;
		if (whose === 'mine') return this.touch('once');
		this.#take(theirs);
		this.#touched = false;
		this.state = 'idle';
		localStorage.removeItem(this.#key);
	}
}

/** As the server judges it: a review's change needs its reason. */
function complete(review: boolean, words: Words): boolean {
	if (!words.status) return false;
	return !review || words.status === 'KEEP' || words.comment !== null;
}
