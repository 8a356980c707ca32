// What can be answered, and how it looks. The words are in locales/*/followup.ftl.

export type Kind = 'GOAL' | 'TARGET' | 'ACTION';

export const STATUSES = {
	GOAL: [],
	TARGET: ['REACHED', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NOT_ASSESSED'],
	ACTION: ['PLANNED', 'ONGOING', 'DONE', 'PAUSED', 'CANCELLED'],
	REVIEW: ['KEEP', 'CHANGE', 'DROP'],
} as const;

export type Status = (typeof STATUSES)[keyof typeof STATUSES][number] | 'IDEA';

export const MARKS: Record<Status, { icon: string; colour: string }> = {
	NOT_ASSESSED: { icon: 'circle', colour: 'neutral' },
	ON_TRACK: { icon: 'arrow', colour: 'success' },
	AT_RISK: { icon: 'warning', colour: 'warning' },
	OFF_TRACK: { icon: 'cancelled', colour: 'danger' },
	REACHED: { icon: 'check', colour: 'success' },
	IDEA: { icon: 'idea', colour: 'neutral' },
	PLANNED: { icon: 'planned', colour: 'info' },
	ONGOING: { icon: 'ongoing', colour: 'info' },
	DONE: { icon: 'check', colour: 'success' },
	PAUSED: { icon: 'pause', colour: 'warning' },
	CANCELLED: { icon: 'cancelled', colour: 'neutral' },
	KEEP: { icon: 'check', colour: 'success' },
	CHANGE: { icon: 'pencil', colour: 'warning' },
	DROP: { icon: 'cancelled', colour: 'danger' },
};
