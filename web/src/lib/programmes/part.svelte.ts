// What is being written of one part of a programme. It outlives its form: when somebody else has meanwhile hung the part
// elsewhere, the form opens there anew, and what was typed is still in it.

import type { FocusArea, Goal, Target } from './documents';
import { Saving } from './saving.svelte';

export type Kind = 'area' | 'goal' | 'target';
/** A part that is there, as much of it as its kind has. */
export type Part = Pick<FocusArea, 'id' | 'revision' | 'name'> &
	Partial<Pick<Goal, 'purpose' | 'risk' | 'effect' | 'objectives'>> &
	Partial<Pick<Target, 'due'>>;
export type Parent = { id: string; name: string };

export class PartDraft {
	readonly saving = new Saving();
	readonly form;

	constructor(
		/** Which form it is typed in. */
		readonly key: string,
		parent: Parent,
		part?: Part,
	) {
		const form = $state({
			parentId: parent.id,
			name: part?.name ?? '',
			purpose: part?.purpose ?? ('EMISSIONS' as const),
			risk: part?.risk ?? '',
			effect: part?.effect ?? '',
			due: part?.due ?? '',
			objectives: part?.objectives?.map(({ key }) => key) ?? [],
		});
		this.form = form;
	}
}
