import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { result } from "../scripts/serve/answer.mjs";
import { casesFor } from "./cases.mjs";
import { withPid } from "./cpu.mjs";
import { startFloor } from "./floor/serve.mjs";
import { openClient } from "./load.mjs";
import { measure } from "./measure.mjs";
import { prepareProduct, serveProduct } from "./product.mjs";
import { countRows } from "./rows/measure.mjs";
import { choicesOf, eventContent, isState } from "./seed/events.mjs";
import { databaseFile } from "./seed/seed.mjs";

/** Above this number the product's own check of ledger against projections takes too long. */
const MAX_VERIFIED = 1_000;

/**
 * Measures all cases with `count` events in the log, in a folder of its own that is deleted afterwards.
 * @param {number} count @param {{ scratch: string, only: string }} options @param {(line: string) => void} say
 */
export async function measureAt(count, { scratch, only }, say) {
  const folder = join(scratch, String(count));
  say(`${count} events: seeding ...`);
  const start = performance.now();
  const { slug, key } = await prepareProduct({ dataDir: folder, count, scratch });
  const seeded = (performance.now() - start) / 1000;
  const size = sizeOf(folder, count);
  const product = await withPid(() => serveProduct(folder));
  // As `npm start` does: seeding left the verdicts to be computed, and an answer without them is not stored.
  await result(await product.control("/schedule"));
  const floorEvent = floorRow(count);
  const floor = await withPid(() => startFloor({ folder, count, event: floorEvent }));
  try {
    const auth = { Authorization: `Bearer ${key}` };
    const known = await look(product, { slug, auth, count });
    const cases = casesFor({ ...known, slug, auth, count, floorEvent }).filter(({ name }) => name.startsWith(only));
    const results = [];
    for (const one of cases) {
      const result = await measure(one, { product, floor, setBody: floor.setBody });
      say(`${count} events: ${one.name} ${result.product.p50.toFixed(1)} ms, floor ${result.floor.p50.toFixed(1)} ms`);
      results.push({ name: one.name, flat: one.flat, least: one.least, result });
    }
    await product.stop();
    await addRows(folder, product.origin, cases, results);
    const made = `making the link took ${known.linkMs.toFixed(0)} ms`;
    return { results, note: `${count} events: seeded in ${seeded.toFixed(1)} s, ${size}; ${made}.` };
  } finally {
    await Promise.all([product.stop(), floor.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the results of shared pages, which do not say what they cost, their rows. */
async function addRows(folder, origin, cases, results) {
  const silent = cases.flatMap((one, index) =>
    one.silent ? [{ call: one.product(), result: results[index].result }] : [],
  );
  const costs = await countRows(
    folder,
    origin,
    silent.map(({ call }) => call),
  );
  for (const [index, { result }] of silent.entries()) result.rows = costs[index];
}

/** How large the seeded database is: what an event takes with its ledger entry, its commit's share and all indexes. */
function sizeOf(folder, count) {
  const bytes = statSync(databaseFile(folder)).size;
  return `${(bytes / 1e6).toFixed(1)} MB (${Math.round(bytes / count)} bytes an event)`;
}

/** Checks the seeded log through the API, makes a link, and returns what the cases need to know. */
async function look(product, { slug, auth, count }) {
  const client = openClient(product.origin);
  const base = `/api/v1/scenarios/${slug}`;
  const registration = JSON.parse((await client.send({ path: base, headers: auth })).text);
  const view = await client.send({ path: `${base}/view`, headers: auth });
  const { eventsCounted, scheduled } = JSON.parse(view.text);
  const choices = choicesOf(registration);
  const states = Array.from({ length: count }).filter((_, number) => isState(choices, number)).length;
  if (eventsCounted + scheduled + states !== count) {
    throw new Error(`The view counts ${eventsCounted} + ${scheduled} events and ${states} states of ${count}`);
  }
  if (count <= MAX_VERIFIED) await requireSound(product);
  const start = performance.now();
  const headers = { ...auth, "Content-Type": "application/json" };
  const body = JSON.stringify({ title: "Bench" });
  const link = await client.send({ method: "POST", path: `${base}/snapshots`, headers, body, status: 201 });
  const linkMs = performance.now() - start;
  // What follows the events up to 2011 does not depend on what was logged later.
  const { nextCursor } = JSON.parse(
    (await client.send({ path: `${base}/events?limit=1&to=2011-12`, headers: auth })).text,
  );
  const { url } = JSON.parse(link.text);
  const path = new URL(url, product.origin).pathname;
  const linkEtag = (await client.send({ path })).headers.etag;
  client.close();
  return { choices, cursor: nextCursor, etag: view.headers.etag, linkEtag, path, linkMs };
}

/** The ledger that seeding wrote passes `npm run verify`. */
async function requireSound(product) {
  const { reports } = await (await product.control("/verify")).json();
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** A row of the floor holds about the text that an event of Signpost does. */
function floorRow(number) {
  const event = eventContent({ states: [], codes: [["visit", "minister_visit_held"]] }, number);
  return {
    date: "2025-12-18",
    indicator: event.indicator,
    code: event.code,
    title: event.title,
    score: 2.8,
    weight: 0.75,
    actors: JSON.stringify(event.actors),
    location: event.location,
    source: event.sourceTitle,
    url: event.sourceUrl,
    notes: event.notes,
  };
}
