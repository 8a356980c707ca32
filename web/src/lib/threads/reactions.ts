import type { ReactionKind } from './documents';

/** The kinds in their order, each with its icon. Never shown without a word for those who do not see it. */
export const REACTIONS: Record<ReactionKind, string> = {
	AGREE: 'thumb',
	THANKS: 'thanks',
	GOOD_IDEA: 'idea',
	SURPRISED: 'wow',
	DONE_IT_TOO: 'done',
};
