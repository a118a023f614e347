/**
 * What the contract lets in must be readable for good: scenarios, events, claims and links near every bound are written by
 * HTTP, and then everything is read. FUZZ_SEED repeats a run, FUZZ_DRAWS lengthens it (`npm run soak`).
 */
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import type { MadeLink } from "../../worker/contract/link-types";
import { now, today } from "../clock";
import { HARD_DAYS } from "../hard-days";
import { backupPages, emptyInstance, restoreByApi } from "./backups";
import { standAt } from "./clock";
import { api, database, keyFor } from "./harness";
import { drawsOn, type Draw } from "./read-back-draws";
import { readEverything, type Stored } from "./read-everything";
import { ticketOf, tokenOf } from "./shared-links";

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

type Written = { flaws: string[] } & Required<Pick<Stored, "refs" | "claims" | "links" | "asOf">>;

/** Writes a draw. What the contract refuses is left out; a status of 500 and a link that does not open are flaws. */
async function write(keys: { owner: string; analyst: string }, slug: string, draw: Draw): Promise<Written> {
  const flaws: string[] = [];
  const send = async <T>(method: string, path: string, key: string, body: unknown): Promise<T | null> => {
    // Of what is corrected here all is new: a correction makes the second version.
    const headers = { "If-Match": method === "DELETE" ? '"2"' : '"1"' };
    const response = await api(method, path, { key, body, headers });
    if (response.status >= 500) flaws.push(`${method} ${path}: ${response.status} ${JSON.stringify(body)}`);
    return response.status < 300 ? response.json<T>() : null;
  };
  const path = `/scenarios/${slug}`;
  const { analyst, owner } = keys;
  const nothing = { flaws, refs: [], claims: [], links: [], asOf: [draw.asOf] };
  if ((await send("POST", "/scenarios?confirmDate=1", owner, { ...draw.file, slug })) === null) return nothing;
  const refs: string[] = [];
  for (const { ref: _ref, follows, ...event } of draw.events) {
    const body = { ...event, confirmDate: true, ...(follows !== undefined && { follows: refs[0] }) };
    const logged = await send<{ ref: string }>("POST", `${path}/events`, analyst, body);
    if (logged) refs.push(logged.ref);
  }
  await send("POST", `${path}/import?onlyValid=1&confirmDate=1`, analyst, { events: draw.rows });
  for (const month of draw.attested) {
    await send("POST", `${path}/attestations`, analyst, { month, note: "Searched." });
  }
  const claims = (draw.file.propositions as { id: string }[]).map(({ id }) => id);
  const forecast = { probability: draw.forecast };
  for (const id of claims) await send("POST", `${path}/propositions/${id}/forecasts`, analyst, forecast);
  const { note, review, report, comment, correction, retraction, notice } = draw.said;
  await send("POST", `${path}/notes`, analyst, note);
  const event = `${path}/events/${refs[0]}`;
  if (refs[0] !== undefined) {
    await send("POST", `${event}/review`, owner, review);
    await send("POST", `${event}/reports`, analyst, report);
    await send("POST", `${event}/comments`, owner, comment);
    await send("PATCH", event, analyst, { ...correction, confirmDate: true });
  }
  const link = await send<MadeLink>("POST", `${path}/snapshots`, analyst, draw.link);
  // Some ask for a day that has not come.
  const plain = link ? null : await send<MadeLink>("POST", `${path}/snapshots`, owner, { title: "Plain" });
  const links = [];
  for (const one of [link, plain]) {
    if (one === null) continue;
    if (notice) await send("PATCH", `/snapshots/${one.id}`, owner, notice);
    const isGuarded = one.passphrase !== null || one.viewCap !== null;
    const ticket = isGuarded ? await ticketOf(one).catch(() => null) : "";
    if (ticket === null) flaws.push(`the link ${JSON.stringify(draw.link)} does not open`);
    links.push({ id: one.id, token: tokenOf(one), ...(ticket && { ticket }) });
  }
  if (retraction && refs[0] !== undefined) await send("DELETE", event, analyst, retraction);
  return { flaws, refs: refs.slice(0, 1), claims, links, asOf: [draw.asOf] };
}
