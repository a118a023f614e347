import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../harness/server";
import { call, eventNamed, SCENARIO, verify } from "./client";

const WRITERS = 32;
const EACH = 5;

interface Saved {
  ref: string;
  revision: number;
  title: string;
}

let server: TestServer;
let key = "";

beforeAll(async () => {
  server = await startServer();
  key = await server.key("analyst");
});
afterAll(() => server.stop());

/** One writer saves its events one after the other; whoever is told "too busy" is not heard of again. */
async function write(writer: number): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (let at = 0; at < EACH; at += 1) {
    const title = `Of writer ${writer}, event ${at}.`;
    const reply = await call(`${server.url}${SCENARIO}/events`, key, "POST", eventNamed(title));
    expect([title, reply?.status, reply?.text]).toEqual([title, 201, reply?.text]);
    saved.push(JSON.parse(reply?.text ?? "") as Saved);
  }
  return saved;
}

test(`${WRITERS} people who save at once lose nothing, and none is turned away`, async () => {
  const before = JSON.parse((await call(server.url + SCENARIO, key))?.text ?? "") as { revision: number };
  const start = performance.now();
  const saved = (await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))).flat();
  const seconds = (performance.now() - start) / 1000;
  console.log(`${saved.length} saves by ${WRITERS} writers at once: ${Math.round(saved.length / seconds)} a second`);
  // Each has a revision and a reference of its own, and the revisions have no hole.
  const revisions = saved.map(({ revision }) => revision).toSorted((a, b) => a - b);
  expect(revisions).toEqual(Array.from({ length: WRITERS * EACH }, (_, at) => before.revision + 1 + at));
  expect(new Set(saved.map(({ ref }) => ref)).size).toBe(WRITERS * EACH);
  const log = (await call(`${server.url}${SCENARIO}/events.csv`, key))?.text.split("\n") ?? [];
  const stored = new Map(log.map((line) => [line.slice(0, line.indexOf(",")), line]));
  expect(saved.filter(({ ref, title }) => !stored.get(ref)?.includes(title))).toEqual([]);
  expect(await verify(server)).toContain("all hashes and projections agree");
}, 120_000);
