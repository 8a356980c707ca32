// The thread in graphql-ws over ws: the reference server of the protocol, with messages in memory (no database to wait for).
// Each subscriber is a position in the thread; all of them wait for the same promise.
import { createServer } from "node:http";
import { buildSchema, graphql } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";

const schema = buildSchema(`
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
`);

const author = { name: "Astrid Provström nr 17", organisation: { name: "Haninge" } };
const events = [];
let wake;
let posted = new Promise((resolve) => (wake = resolve));

const rootValue = {
  thread: ({ id }) => ({ id, lastSeq: events.length }),
  postMessage({ input }) {
    const seq = events.length + 1;
    const at = new Date().toISOString();
    const id = `message_${String(seq).padStart(26, "0")}`;
    const message = { id, seq, author, body: input.body, language: input.language ?? "SV", postedAt: at };
    events.push({ __typename: "MessagePosted", seq, at, message });
    wake();
    posted = new Promise((resolve) => (wake = resolve));
    return { message };
  },
  async *threadEvents({ after }) {
    for (let position = after ?? events.length; ; ) {
      while (position < events.length) yield { threadEvents: events[position++] };
      await posted;
    }
  },
};

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { query, variables } = JSON.parse(Buffer.concat(chunks));
  const result = await graphql({ schema, rootValue, source: query, variableValues: variables });
  response.setHeader("content-type", "application/json").end(JSON.stringify(result));
});
// Longer than any pause between two posts: the connections of the load generator stay open.
server.keepAliveTimeout = 120_000;
useServer({ schema, roots: { query: rootValue, mutation: rootValue, subscription: rootValue } }, new WebSocketServer({ server, path: "/graphql/ws" }));
server.listen(Number(process.env.PORT), "127.0.0.1");
