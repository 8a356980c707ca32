// The list in PostGraphile 5, which makes its schema, and one statement per request, from the database: see list-postgraphile.sql.
import "./node-20.js";
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import pg from "pg";

const { PORT, DATABASE_URL, VIEWER } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 8, options: `-c peer.viewer=${VIEWER}` });

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  disablePlugins: ["MutationPlugin"],
  pgServices: [makePgService({ pool, schemas: ["peer"], pubsub: false })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
});

const server = createServer();
server.on("error", (error) => {
  throw error;
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(PORT), "127.0.0.1");
