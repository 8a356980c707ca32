// Whom one can mention in a network: all its people and organisations, fetched once for a visit when somebody first types @.

import { graphql } from '$lib/api/graphql';
import { run } from '$lib/api/client';

export interface Candidate {
	/** A TypeID, or `everybody`. */
	id: string;
	name: string;
	/** Where a person works. */
	of?: string;
}

/** Whom one can mention in a network, a page at a time. */
export const MentionPeople = graphql(`
	query MentionPeople($slug: String!, $after: String) {
		network(slug: $slug) {
			members(first: 100, after: $after) {
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						person {
							id
							name
							organisation {
								name
							}
						}
					}
				}
			}
		}
	}
`);

export const MentionOrganisations = graphql(`
	query MentionOrganisations($slug: String!, $after: String) {
		network(slug: $slug) {
			organisations(first: 100, after: $after) {
				pageInfo {
					hasNextPage
					endCursor
				}
				edges {
					node {
						organisation {
							id
							name
						}
					}
				}
			}
		}
	}
`);

/** A network of more people than this is not fetched to its end. */
const MOST_PAGES = 30;

class Candidates {
	people = $state.raw<Candidate[]>([]);
	organisations = $state.raw<Candidate[]>([]);

	constructor(slug: string) {
		this.#people(slug).catch(() => known.delete(slug));
		this.#organisations(slug).catch(() => known.delete(slug));
	}

	async #people(slug: string) {
		let after = null as string | null;
		for (let page = 0; page < MOST_PAGES; page++) {
			const { network } = await run(MentionPeople, { slug, after });
			if (!network) return;
			const { edges, pageInfo } = network.members;
			const found = edges.map(({ node: { person } }) => ({
				id: person.id,
				name: person.name,
				of: person.organisation.name,
			}));
			this.people = [...this.people, ...found];
			if (!pageInfo.hasNextPage) return;
			after = pageInfo.endCursor;
		}
	}

	async #organisations(slug: string) {
		let after = null as string | null;
		for (let page = 0; page < MOST_PAGES; page++) {
			const { network } = await run(MentionOrganisations, {
				slug,
				after,
			});
			if (!network) return;
			const { edges, pageInfo } = network.organisations;
			this.organisations = [...this.organisations, ...edges.map(({ node }) => node.organisation)];
			if (!pageInfo.hasNextPage) return;
			after = pageInfo.endCursor;
		}
	}
}

const known = new Map<string, Candidates>();

export function candidatesIn(slug: string): Candidates {
	const found = known.get(slug) ?? new Candidates(slug);
	known.set(slug, found);
	return found;
}

/** Those whose name has a word that begins with what was typed; whose first word does, first. */
export function matching(candidates: Candidate[], typed: string, most = 8): Candidate[] {
	const wanted = fold(typed);
	if (!wanted) return candidates.slice(0, most);
	const ranked = candidates
		.map((candidate) => ({ candidate, at: ` ${fold(candidate.name)}`.indexOf(` ${wanted}`) }))
		.filter(({ at }) => at >= 0);
	return ranked
		.sort((a, b) => Math.sign(a.at) - Math.sign(b.at))
		.slice(0, most)
		.map(({ candidate }) => candidate);
}

/** Without case and accents; Swedish and Norwegian vowels are one. */
function fold(text: string) {
	return text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/æ/g, 'a')
		.replace(/ø/g, 'o')
		.trim();
}
