// An action being edited: what stands in the form, what of it the server has, and saving as one types.
//
// Each save carries the revision it builds on. When somebody else saved in between, no text of either is thrown away: what
// they changed elsewhere is taken in, and where both changed the same text, both are shown until one is chosen. Of a fact
// (a date, a status) the newest choice holds.

import { ApiError, run } from '$lib/api/client';
import type { VariablesOf } from '$lib/api/graphql';
import { i18n, t, toApi, type Language } from '$lib/i18n/i18n.svelte';
import { keptAt } from '$lib/keep';
import { ActionForEditing, UpdateAction, type ActionFields } from './documents';
import {
	FURTHER_NAMES,
	FURTHER_TEXTS,
	filled,
	furtherInput,
	toFurtherForm,
	type FurtherForm,
} from './further';

type Input = VariablesOf<typeof UpdateAction>['input'];

/** The form's own picture of an action: every field as a control holds it. */
export interface Form extends FurtherForm {
	title: string;
	description: string;
	lessons: string;
	status: ActionFields['status'];
	themes: string[];
	starts: string;
	ends: string;
	amount: string;
	currency: 'SEK' | 'NOK' | 'EUR';
	effect: string;
	contactId: string;
}
export type FormField = keyof Form;
const TEXTS: FormField[] = ['title', 'description', 'lessons', ...FURTHER_TEXTS];
/** Lists whose rows are typed in: what the server tidies in them does not move them under the typing hands. */
const ROWS: FormField[] = ['links', 'milestones'];
/** The input's field, where a control goes by another name. */
const INPUT_NAMES: Partial<Record<FormField, string>> = {
	...FURTHER_NAMES,
	amount: 'cost',
	currency: 'cost',
	effect: 'effectTonnesCo2e',
};

const WAIT = 800;

export class Draft {
	action = $state.raw() as ActionFields;
	form = $state() as Form;
	/** What the person writes now: it becomes the language of each text that they change. */
	language = $state<Language>(i18n.language ?? 'sv');
	state = $state<'saved' | 'waiting' | 'saving' | 'failed'>('saved');
	error = $state.raw<unknown>();
	/** Texts that both this person and somebody else changed, with the other's words. */
	conflicts = $state<{ field: FormField; theirs: string }[]>([]);
	/** The form as the server has it. */
	#base: Form;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<boolean> | undefined;

	constructor(action: ActionFields) {
		this.action = action;
		this.#base = toForm(action);
		this.form = { ...toForm(action), ...this.#kept() };
		if (this.#dirty().length) this.touch();
	}

	/** Something was typed: it is kept in the browser at once, and saved after a pause. */
	touch() {
		this.state = 'waiting';
		const dirty = this.#dirty();
		localStorage.setItem(
			this.#key,
			JSON.stringify(Object.fromEntries(dirty.map((field) => [field, this.form[field]]))),
		);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.save(), WAIT);
	}

	/** Saves what has changed, now. Tells whether the server has everything. */
	async save(): Promise<boolean> {
		clearTimeout(this.#timer);
		// One at a time: each builds on the revision that the one before it made.
		await this.#saving;
		this.#saving = this.#send().finally(() => (this.#saving = undefined));
		return this.#saving;
	}

	get unsaved() {
		return this.#dirty().length > 0;
	}

	/** What is wrong with a field. */
	fault(field: string): string | undefined {
		return this.error instanceof ApiError && this.error.field === field ? this.error.message : undefined;
	}

	/** Ends a conflict: with one's own text, or with the other's. */
	settle(field: FormField, take: 'mine' | 'theirs') {
		if (take === 'theirs') Object.assign(this.form, { [field]: this.#base[field] });
		this.conflicts = this.conflicts.filter((each) => each.field !== field);
		if (!this.conflicts.length) this.touch();
	}

	/** The server's newest picture, after a publication. */
	renew(action: ActionFields) {
		this.action = action;
		this.#base = toForm(action);
	}

	async #send(): Promise<boolean> {
		const dirty = this.#dirty();
		if (!dirty.length) {
			this.#done();
			return true;
		}
		if (this.conflicts.length) return false;
		const sent = $state.snapshot(this.form) as Form;
		this.state = 'saving';
		try {
			const { updateAction } = await run(UpdateAction, { input: this.#input(dirty, sent) });
			this.renew(updateAction.action);
			// The server may tidy what it was sent (spaces at the ends); what was typed since stays.
			for (const field of dirty.filter((field) => !ROWS.includes(field)))
				if (same(this.form[field], sent[field])) Object.assign(this.form, { [field]: this.#base[field] });
			if (this.#dirty().length) this.touch();
			else this.#done();
			return !this.unsaved;
		} catch (error) {
			if (error instanceof ApiError && error.code === 'CONFLICT') return this.#meet(dirty);
			this.error = error;
			this.state = 'failed';
			return false;
		}
	}

	/** Somebody else saved first: takes in what they changed, and shows both where both changed the same. */
	async #meet(dirty: FormField[]): Promise<boolean> {
		try {
			const { action } = await run(ActionForEditing, { id: this.action.id });
			if (!action) throw new ApiError(t('app-not-found'), 'NOT_FOUND');
			const before = this.#base;
			const mine = { ...this.form };
			this.renew(action);
			const theirs = this.#base;
			for (const field of Object.keys(theirs) as FormField[])
				if (!dirty.includes(field)) Object.assign(this.form, { [field]: theirs[field] });
			this.conflicts = TEXTS.filter((field) => dirty.includes(field))
				.filter((field) => !same(before[field], theirs[field]) && !same(mine[field], theirs[field]))
				.map((field) => ({ field, theirs: String(theirs[field]) }));
			this.state = 'waiting';
			return this.conflicts.length ? false : this.#send();
		} catch (error) {
			this.error = error;
			this.state = 'failed';
			return false;
		}
	}

	#done() {
		localStorage.removeItem(this.#key);
		this.error = undefined;
		this.state = 'saved';
	}

	#dirty(): FormField[] {
		return (Object.keys(this.#base) as FormField[]).filter(
			(field) => !same(this.form[field], this.#base[field]),
		);
	}

	get #key() {
		return keptAt('action', this.action.id);
	}

	/** What an earlier visit typed and could not save. */
	#kept(): Partial<Form> {
		try {
			return JSON.parse(localStorage.getItem(this.#key) ?? '{}');
		} catch {
			return {};
		}
	}

	#input(dirty: FormField[], form: Form): Input {
		const has = (...fields: FormField[]) => fields.some((field) => dirty.includes(field));
		const amount = form.amount.replace(/\s/g, '');
		return {
			id: this.action.id,
			revision: this.action.revision,
			...(has(...TEXTS) && { language: toApi(this.language) }),
			...(has('title') && { title: form.title }),
			...(has('description') && { description: form.description }),
			...(has('lessons') && { lessons: form.lessons.trim() ? form.lessons : null }),
			...(has('status') && { status: form.status }),
			...(has('themes') && { themes: form.themes }),
			...(has('starts') && { starts: form.starts || null }),
			...(has('ends') && { ends: form.ends || null }),
			...(has('amount', 'currency') && { cost: amount ? { amount, currency: form.currency } : null }),
			...(has('effect') && { effectTonnesCo2e: toNumber(form.effect) }),
			...(has('contactId') && { contactId: form.contactId || null }),
			...furtherInput(dirty, form),
		};
	}
}

/** The name under which the API speaks of a control's fault. */
export function inputName(field: FormField): string {
	return INPUT_NAMES[field] ?? field;
}

function toForm(action: ActionFields): Form {
	const currency = action.organisation.country === 'NO' ? 'NOK' : 'SEK';
	return {
		...toFurtherForm(action, currency),
		title: action.title.value,
		description: action.description.value,
		lessons: action.lessons?.value ?? '',
		status: action.status,
		themes: action.themes.map(({ key }) => key),
		starts: action.starts ?? '',
		ends: action.ends ?? '',
		amount: action.cost?.amount ?? '',
		currency: action.cost?.currency ?? currency,
		effect: action.effectTonnesCo2e === null ? '' : String(action.effectTonnesCo2e).replace('.', ','),
		contactId: action.contact?.id ?? '',
	};
}

/** "1 234,5" as people here write it. What is no number is sent as it is not: the server's answer would be no clearer. */
function toNumber(text: string): number | null {
	const plain = text.replace(/\s/g, '').replace(',', '.');
	return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
}

/** The order of a list is nobody's choice. */
function same(a: unknown, b: unknown): boolean {
	return Array.isArray(a) && Array.isArray(b) ? asKept(a) === asKept(b) : a === b;
}

function asKept(list: unknown[]): string {
	const rows = list.every((row) => typeof row === 'object') ? filled(list as object[]) : list;
	return rows
		.map((row) => JSON.stringify(row))
		.sort()
		.join();
}
