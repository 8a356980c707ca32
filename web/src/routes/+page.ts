import { NetworkActions, OwnActions } from '$lib/actions/documents';
import { run } from '$lib/api/client';
import { UpstreamNews } from '$lib/family/documents';
import type { Viewer } from '$lib/people/documents';
import { orBefore } from '$lib/refresh';
import { OwnRequests, RequestList } from '$lib/requests/documents';
import { session } from '$lib/session.svelte';
import { Home } from '$lib/threads/waiting';

/** More networks than this are not asked for what is new: the library holds it all. */
const NETWORKS = 5;
const RECENT = 6;

export async function load({ parent, depends }) {
	depends('app:home');
	await parent();
	const { viewer } = session;
	return { home: viewer && (await orBefore(`home ${viewer.id}`, () => home(viewer))) };
}

async function home({ memberships, organisation }: Viewer) {
	const slugs = memberships.slice(0, NETWORKS).map(({ network }) => network.slug);
	const [{ waiting, catchUp, viewer }, own, wanted, asked, { upstreamNews }, ...news] = await Promise.all([
		run(Home),
		run(OwnActions),
		run(RequestList, { slug: null, openOnly: true, first: 3, after: null }),
		run(OwnRequests),
		run(UpstreamNews),
		...slugs.map((slug) => run(NetworkActions, { slug, first: RECENT })),
	]);

	const requests = (viewer?.memberships ?? [])
		.map(({ network }) => ({ network, count: network.membershipRequests.totalCount }))
		.filter(({ count }) => count);
	const drafts = own.programmes.edges
		.flatMap(({ node }) => node.actions.edges.map((edge) => edge.node))
		.filter((action) => action.publishedRevision !== action.revision)
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
	// The same action may be seen through several networks.
	const recent = [
		...new Map(news.flatMap(({ actions }) => actions.edges.map(({ node }) => [node.id, node]))).values(),
	]
		.filter((action) => action.organisation.id !== organisation.id)
		.sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
		.slice(0, RECENT);

	const answered = asked.requests.edges.map(({ node }) => node).filter(({ newAnswers }) => newAnswers);
	const sought = wanted.requests.edges.map(({ node }) => node);

	return { waiting, catchUp, requests, answered, sought, drafts, recent, upstreamNews };
}
