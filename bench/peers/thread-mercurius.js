// The thread in Mercurius with its own publish and subscribe, as its documentation builds it; messages in memory.
import Fastify from "fastify";
import mercurius from "mercurius";

const schema = `
  enum Language { SV NN NB EN }
  scalar DateTime
  type Query { thread(id: ID!): Thread }
  type Mutation { postMessage(input: PostMessageInput!): PostMessagePayload! }
  type Subscription { threadEvents(threadId: ID!, after: Int): ThreadEvent! }
  type Thread { id: ID! lastSeq: Int! }
  interface ThreadEvent { seq: Int! at: DateTime! }
  type MessagePosted implements ThreadEvent { seq: Int! at: DateTime! message: Message! }
  type Message { id: ID! seq: Int! author: Person body: String! language: Language! postedAt: DateTime! }
  type Person { name: String! organisation: Organisation! }
  type Organisation { name: String! }
  input PostMessageInput { threadId: ID! body: String! language: Language clientId: ID! }
  type PostMessagePayload { message: Message! }
`;

const author = { name: "Astrid Provström nr 17", organisation: { name: "Haninge" } };
let lastSeq = 0;

const app = Fastify({ keepAliveTimeout: 120_000 });

const resolvers = {
  Query: { thread: (_, { id }) => ({ id, lastSeq }) },
  Mutation: {
    async postMessage(_, { input }) {
      const seq = ++lastSeq;
      const at = new Date().toISOString();
      const id = `message_${String(seq).padStart(26, "0")}`;
      const message = { id, seq, author, body: input.body, language: input.language ?? "SV", postedAt: at };
      await app.graphql.pubsub.publish({ topic: input.threadId, payload: { threadEvents: { __typename: "MessagePosted", seq, at, message } } });
      return { message };
    },
  },
  Subscription: { threadEvents: { subscribe: (_, { threadId }, { pubsub }) => pubsub.subscribe(threadId) } },
  ThreadEvent: { resolveType: ({ __typename }) => __typename },
};

// Its sockets are where everybody's are; what is posted comes to /graphql as everywhere.
app.register(mercurius, { schema, resolvers, jit: 1, path: "/graphql/ws", subscription: true });
app.post("/graphql", ({ body }, reply) => reply.graphql(body.query, null, body.variables));
await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) });
