/**
 * The floor that Signpost is measured against: the least that a worker with Hono and D1 does for a reply. No sign-in,
 * no checks, no ledger, no headers.
 */
import { Hono } from "hono";

const app = new Hono();

/** One row of one text. */
app.get("/row/:name", async (c) => {
  const row = await c.env.DB.prepare("SELECT body FROM bodies WHERE name = ?1").bind(c.req.param("name")).first();
  return c.body(row.body, 200, { "Content-Type": "application/json" });
});

app.get("/events", async (c) => {
  const { results } = await c.env.DB.prepare("SELECT * FROM events ORDER BY date DESC, id DESC LIMIT 50").all();
  return c.json({ events: results });
});

app.post("/events", async (c) => {
  const events = JSON.stringify([await c.req.json()]);
  await c.env.DB.batch(writes(c.env.DB, events));
  return c.json({ created: 1 }, 201);
});

/** Many events, as `[...]`: the same statements, for all at once. */
app.post("/import", async (c) => {
  await c.env.DB.batch(writes(c.env.DB, await c.req.text()));
  return c.json({ created: "all" });
});

const member = (name) => `json_extract(value, '$.${name}')`;
const COLUMNS = [
  "date",
  "indicator",
  "code",
  "title",
  "score",
  "weight",
  "actors",
  "location",
  "source",
  "url",
  "notes",
];

/** The events themselves, and what they add to the monthly rollup. */
function writes(d1, events) {
  return [
    d1.prepare(`INSERT INTO events (${COLUMNS}) SELECT ${COLUMNS.map(member)} FROM json_each(?1)`).bind(events),
    d1
      .prepare(
        `INSERT INTO rollup (indicator, month, n, points)
         SELECT ${member("indicator")}, substr(${member("date")}, 1, 7), count(*),
           sum(${member("score")} * ${member("weight")})
         FROM json_each(?1) WHERE true GROUP BY 1, 2
         ON CONFLICT DO UPDATE SET n = n + excluded.n, points = points + excluded.points`,
      )
      .bind(events),
  ];
}

export default app;
