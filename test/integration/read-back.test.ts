/**
 * What the contract lets in must be readable for good: scenarios, events, claims and links near every bound are written by
 * HTTP, and then everything is read. FUZZ_SEED repeats a run, FUZZ_DRAWS lengthens it (`npm run soak`).
 */
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { now, today } from "../clock";
import { HARD_DAYS } from "../hard-days";
import { backupPages, emptyInstance, restoreByApi } from "./backups";
import { standAt } from "./clock";
import { api, database, keyFor } from "./harness";
import { drawsOn, type Draw } from "./read-back-draws";
import { readEverything } from "./read-everything";

const SEED = Number(env.FUZZ_SEED ?? 1);
const DRAWS = Number(env.FUZZ_DRAWS ?? 200);
/** So many share a database, a backup and its restore. */
const AT_ONCE = 25;

const batches = Array.from({ length: Math.ceil(DRAWS / AT_ONCE) }, (_, i) => i);

test.each(batches)(
  "whatever is taken in can be read, backed up and restored (part %i)",
  async (batch) => {
    // The same draws on any day: each part has a hard day of its own.
    standAt(Date.parse(HARD_DAYS[batch % HARD_DAYS.length]?.at ?? ""));
    const keys = { owner: await keyFor("owner", "constructor"), analyst: await keyFor("analyst", "__proto__") };
    const count = Math.min(AT_ONCE, DRAWS - batch * AT_ONCE);
    const draws = fc.sample(drawsOn(today()), { seed: SEED + batch, numRuns: count });
    const found: string[] = [];
    let registered = 0;
    for (const [i, draw] of draws.entries()) {
      const slug = i === 0 ? "constructor" : i === 1 ? "prototype" : `draw-${i}`;
      const written = await write(keys, slug, draw);
      const isThere = written.links.length > 0;
      registered += Number(isThere);
      const flaws = isThere ? await readEverything({ ...written, key: keys.owner, slug, turn: i }) : [];
      flaws.unshift(...written.flaws);
      if (flaws.length === 0) continue;
      found.push(
        `seed ${SEED}, part ${batch}, draw ${i}: ${flaws.slice(0, 3).join("; ")} ${JSON.stringify(draw).slice(0, 3000)}`,
      );
      if (found.length === 3) break;
    }
    expect(found).toEqual([]);
    // Else it showed little.
    expect(registered).toBeGreaterThan(count / 4);
    const lines = (await backupPages(keys.owner)).flat();
    await emptyInstance();
    await restoreByApi(await keyFor("owner", "Whoever deployed it"), lines);
    expect((await verifyLedgers(database(), now())).flatMap(({ problems }) => problems)).toEqual([]);
  },
  300_000,
);

interface Written {
  flaws: string[];
  refs: string[];
  claims: string[];
  links: { id: string; token: string }[];
  asOf: string[];
}

/** Writes a draw. What the contract refuses is left out; a status of 500 is a flaw. */
async function write(keys: { owner: string; analyst: string }, slug: string, draw: Draw): Promise<Written> {
  const written: Written = { flaws: [], refs: [], claims: [], links: [], asOf: [draw.asOf] };
  const post = async <T>(path: string, key: string, body: unknown): Promise<T | null> => {
    const response = await api("POST", path, { key, body });
    if (response.status >= 500) written.flaws.push(`POST ${path}: ${response.status} ${JSON.stringify(body)}`);
    return response.status < 300 ? response.json<T>() : null;
  };
  const path = `/scenarios/${slug}`;
  const { analyst, owner } = keys;
  if ((await post("/scenarios?confirmDate=1", owner, { ...draw.file, slug })) === null) return written;
  for (const { ref: _ref, ...event } of draw.events) {
    const logged = await post<{ ref: string }>(`${path}/events`, analyst, { ...event, confirmDate: true });
    if (logged) written.refs.push(logged.ref);
  }
  await post(`${path}/import?onlyValid=1&confirmDate=1`, analyst, { events: draw.rows });
  for (const month of draw.attested) await post(`${path}/attestations`, analyst, { month, note: "Searched." });
  const claims = (draw.file.propositions as { id: string }[]).map(({ id }) => id);
  for (const id of claims) await post(`${path}/propositions/${id}/forecasts`, analyst, { probability: draw.forecast });
  const link = await post<{ id: string; url: string }>(`${path}/snapshots`, analyst, draw.link);
  // Some ask for a day that has not come.
  const plain = link ? null : await post<{ id: string; url: string }>(`${path}/snapshots`, owner, { title: "Plain" });
  const links = [link, plain].flatMap((one) =>
    one ? [{ id: one.id, token: new URL(one.url).pathname.slice("/s/".length) }] : [],
  );
  return { ...written, refs: written.refs.slice(0, 1), claims, links };
}
