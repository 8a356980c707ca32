import { compare } from '$lib/i18n/format';
import type { Member } from './documents';

/** Members gathered under their organisations, in the order of the organisations' names. */
export function byOrganisation(members: Member[]) {
	const groups = new Map<string, { organisation: Member['person']['organisation']; members: Member[] }>();
	for (const member of members) {
		const { organisation } = member.person;
		const group = groups.get(organisation.id);
		if (group) group.members.push(member);
		else groups.set(organisation.id, { organisation, members: [member] });
	}
	return [...groups.values()].sort((a, b) => compare(a.organisation.name, b.organisation.name));
}
