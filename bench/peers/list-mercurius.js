// The list in Mercurius as its documentation builds it: compiled queries (jit) and loaders that batch every relation.
// Statements are named, so that PostgreSQL prepares them once.
import Fastify from "fastify";
import mercurius from "mercurius";
import pg from "pg";

const { PORT, DATABASE_URL, VIEWER } = process.env;
// Else PostgreSQL plans a statement anew for each array that it is given, which costs more than it gains.
const options = "-c plan_cache_mode=force_generic_plan";
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 8, options });

const schema = `
  enum Language { SV NN NB EN }
  enum Country { SE NO }
  enum ActionStatus { IDEA PLANNED ONGOING DONE PAUSED CANCELLED }
  type Query { actions(first: Int! = 20): ActionConnection! }
  type ActionConnection { edges: [ActionEdge!]! pageInfo: PageInfo! }
  type ActionEdge { cursor: String! node: Action! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Action {
    id: ID! title: Text! status: ActionStatus! themes: [Theme!]! organisation: Organisation! contact: Person copyCount: Int! origin: Origin
  }
  type Text { value: String! language: Language! }
  type Theme { key: String! }
  interface Organisation { id: ID! name: String! country: Country! }
  type Municipality implements Organisation { id: ID! name: String! country: Country! code: String! county: String! }
  type Person { id: ID! name: String! title: String organisation: Organisation! }
  type Origin { action: Action revision: Int! }
`;

const visible = `
  a.deleted_at is null and a.published_revision is not null and (
    a.visibility = 'PUBLIC'
    or a.organisation_id = (select organisation_id from person where id = $1)
    or (a.visibility = 'NETWORK' and exists (
      select 1 from membership theirs join membership mine on mine.network_id = theirs.network_id
      where theirs.organisation_id = a.organisation_id and mine.person_id = $1)))`;
const columns = `
  a.id, a.organisation_id, a.copy_count, a.origin_id, a.origin_revision, a.recent_at,
  r.title, r.title_language, r.status, r.themes, r.contact_id
  from action a join action_revision r on r.action_id = a.id and r.revision = a.published_revision`;

async function rows(name, text, values) {
  return (await pool.query({ name, text, values })).rows;
}

/** One statement for all the ids that the fields of a request ask for, in the order in which they asked. */
async function batch(name, text, ids, ...before) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return ids.map(() => null);
  const found = new Map((await rows(name, text, [...before, wanted])).map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

const organisations = (queries) =>
  batch(
    "organisations",
    "select id, name, country, code, county from organisation where id = any($1)",
    queries.map(({ obj }) => obj.organisation_id),
  );

const resolvers = {
  Query: {
    async actions(_, { first }) {
      const page = await rows(
        `actions-${first}`,
        // The limit stands in the text, an Int by the schema: PostgreSQL plans badly for one that it does not know.
        `select ${columns} where ${visible} order by a.recent_at desc, a.id desc limit ${first + 1}`,
        [VIEWER],
      );
      const hasNextPage = page.length > first;
      const edges = page.slice(0, first).map((node) => ({ cursor: `${node.recent_at}_${node.id}`, node }));
      return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
    },
  },
  Organisation: { resolveType: () => "Municipality" },
  Action: {
    title: (action) => ({ value: action.title, language: action.title_language.toUpperCase() }),
    themes: (action) => action.themes.trim().split(" ").map((key) => ({ key })),
    copyCount: (action) => action.copy_count,
    origin: (action) => action.origin_id && { id: action.origin_id, revision: action.origin_revision },
  },
};

const loaders = {
  Action: {
    organisation: organisations,
    contact: (queries) =>
      batch(
        "contacts",
        "select id, name, title, organisation_id from person where id = any($1)",
        queries.map(({ obj }) => obj.contact_id),
      ),
  },
  Person: { organisation: organisations },
  Origin: {
    action: (queries) =>
      batch("origins", `select ${columns} where ${visible} and a.id = any($2)`, queries.map(({ obj }) => obj.id), VIEWER),
  },
};

const app = Fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ host: "127.0.0.1", port: Number(PORT) });
