/**
 * The whole of `npm start` is killed in the middle of writes, imports and the making of links, and started again on the
 * same data: at moments drawn from a seed, and right after a drawn write to the database's file. The second kind meets what
 * is committed by half, which stands for a millisecond only. FAULT_SEED and FAULT_KILLS repeat and lengthen it (`npm run soak`).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allEnd, familyOf } from "../harness/processes";
import { startServer, type TestServer } from "../harness/server";
import { watchChanges, type Changes } from "./changes";
import { call, SCENARIO, verify } from "./client";
import { seeded } from "./seeded";
import { stageParts, WRITERS, type Desk, type Sent } from "./writers";

const SEED = Number(process.env.FAULT_SEED ?? 1);
const KILLS = Number(process.env.FAULT_KILLS ?? 20);
/** The latest moment of a kill after the writers begin, where the machine is fast. */
const LATEST_MS = 800;
/** How long the first round waits for a write of each kind to be acknowledged. */
const PATIENCE_MS = 20_000;
/** What does not verify once never verifies again: it need not be asked after every kill. */
const KILLS_A_VERIFY = 5;
/** Of so many kills the first comes at a moment, the others after a write to the file. */
const A_TURN = 4;

const dataDir = mkdtempSync(join(tmpdir(), "signpost-kills-"));
const random = seeded(SEED);
let server: TestServer;
let key = "";

beforeAll(async () => {
  server = await startServer({ dataDir });
  key = await server.key("analyst");
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

type Kind = Sent["kind"];
const KINDS: Kind[] = ["event", "file", "parts", "link"];

/** Lets writers of these kinds write at once, and kills the server, workerd and all, when it is time. */
async function killWhen(
  isTime: (sent: Sent[], changes: Changes) => Promise<unknown>,
  round: string,
  kinds = KINDS,
): Promise<Sent[]> {
  const staged = kinds.includes("parts") ? await stageParts({ url: server.url, key }, round, 0) : "";
  expect(staged).not.toBeNull();
  const desk: Desk = { url: server.url, key, staged, sent: [] };
  const family = familyOf(server.process.pid ?? 0);
  // This process and workerd, at least.
  expect(family.length).toBeGreaterThan(1);
  const changes = watchChanges(dataDir);
  const writing = Promise.all(kinds.map((kind) => WRITERS[kind](desk, round)));
  await Promise.race([isTime(desk.sent, changes), writing]);
  for (const pid of family) process.kill(pid, "SIGKILL");
  changes.stop();
  await writing;
  expect(await allEnd(family)).toBe(true);
  return desk.sent;
}

/** Until a write of each kind was acknowledged, or patience ends. */
async function acknowledged(sent: Sent[], kinds: Kind[]): Promise<void> {
  const begun = performance.now();
  const isSaved = (kind: Kind) => sent.some((one) => one.kind === kind && one.saved !== null);
  while (!kinds.every(isSaved) && performance.now() - begun < PATIENCE_MS) await sleep(10);
}

/** How long it takes on this machine until a write of each kind was acknowledged: kills come within that time. */
async function measure(): Promise<number> {
  const begun = performance.now();
  const sent = await killWhen((soFar) => acknowledged(soFar, KINDS), "first");
  const latest = Math.max(LATEST_MS, performance.now() - begun);
  server = await startServer({ dataDir, port: server.port });
  expect(await faultsOf(sent)).toEqual([]);
  return latest;
}

/** How often one write of a kind, alone, writes to the database's file. */
async function measureChanges(kind: Kind): Promise<number> {
  let count = 0;
  const counted = async (sent: Sent[], changes: Changes): Promise<void> => {
    await acknowledged(sent, [kind]);
    count = changes.count();
  };
  const sent = await killWhen(counted, `first-${kind}`, [kind]);
  server = await startServer({ dataDir, port: server.port });
  expect(await faultsOf(sent)).toEqual([]);
  return count;
}

/** At a moment with all kinds under way, or after a write to the file by one kind alone, each in turn. */
async function killOnce(kill: number, latest: number, changesOf: Map<Kind, number>): Promise<[string, Sent[]]> {
  const kind = KINDS[(kill - Math.ceil(kill / A_TURN)) % KINDS.length];
  const drawn = random();
  if (kind === undefined || kill % A_TURN === 0) {
    const ms = Math.round(drawn * latest);
    return [`after ${ms} ms`, await killWhen(() => sleep(ms), `k${kill}`)];
  }
  const at = 1 + Math.floor(drawn * (changesOf.get(kind) ?? 1));
  const sent = await killWhen((_, changes) => changes.reach(at), `k${kill}`, [kind]);
  return [`at change ${at} of one ${kind}`, sent];
}

async function read(path: string): Promise<string> {
  const reply = await call(`${server.url}${SCENARIO}${path}`, key);
  expect([path, reply?.status]).toEqual([path, 200]);
  return reply?.text ?? "";
}

/** How many events the log holds of a write. */
function rowsOf(log: string, { tag }: Sent): number {
  return log.split(tag).length - 1;
}

/** What was acknowledged and is not there as it was said, or is there by half. */
async function faultsOf(sent: Sent[]): Promise<string[]> {
  const log = await read("/events.csv");
  const { revision } = JSON.parse(await read("")) as { revision: number };
  const found: string[] = [];
  for (const one of sent) {
    const { tag, kind, rows, saved } = one;
    const stored = rowsOf(log, one);
    if (saved !== null && stored !== rows) found.push(`${tag} was acknowledged: ${stored} of ${rows} rows are there`);
    if (one.refused && stored !== 0) found.push(`${tag} was refused, and ${stored} rows are there`);
    if (stored !== 0 && stored !== rows) found.push(`${tag} is there by half: ${stored} of ${rows} rows`);
    if (saved !== null && one.revision > revision) found.push(`${tag} is of revision ${one.revision}, which is gone`);
    const isThere = (line: string): boolean => line.startsWith(`${saved},`) && line.includes(tag);
    if (kind === "event" && saved && !log.split("\n").some(isThere)) {
      found.push(`${tag} does not stand under ${saved}`);
    }
    if (kind === "link" && saved) {
      const view = await fetch(`${server.url}${new URL(saved).pathname}/view.json`);
      if (view.status !== 200) found.push(`${tag}: its link answers ${view.status}`);
    }
  }
  return found;
}

test(
  `after ${KILLS} kills (FAULT_SEED=${SEED}) all that was acknowledged is there, and nothing by half`,
  async () => {
    const all: Sent[] = [];
    const latest = await measure();
    const changesOf = new Map<Kind, number>();
    for (const kind of KINDS) changesOf.set(kind, await measureChanges(kind));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const [moment, sent] = await killOnce(kill, latest, changesOf);
      server = await startServer({ dataDir, port: server.port });
      expect({ kill, moment, faults: await faultsOf(sent) }).toEqual({ kill, moment, faults: [] });
      if ((kill + 1) % KILLS_A_VERIFY === 0) {
        await verify(server).catch((error: unknown) => expect.fail(`after kill ${kill}, ${moment}: ${String(error)}`));
      }
      all.push(...sent);
      await sendAgain(sent.filter(({ kind, saved, refused }) => kind === "event" && saved === null && !refused));
    }
    expect(await faultsOf(all)).toEqual([]);
    expect(await verify(server)).toContain("all hashes and projections agree");
    report(all);
  },
  120_000 + KILLS * 30_000,
);

/** Whoever heard nothing sends the event again with the same `clientId`: then it is there, once. */
async function sendAgain(unheard: Sent[]): Promise<void> {
  for (const one of unheard) {
    const before = rowsOf(await read("/events.csv"), one);
    expect([one.tag, await one.again()]).toEqual([one.tag, before === 1 ? 200 : 201]);
    expect([one.tag, rowsOf(await read("/events.csv"), one)]).toEqual([one.tag, 1]);
  }
}

/** Says what the kills met; they must have met every kind of write under way. */
function report(all: Sent[]): void {
  const kinds = Map.groupBy(all, ({ kind }) => kind);
  const counts = [...kinds].map(([kind, sent]) => ({
    kind,
    sent: sent.length,
    acknowledged: sent.filter(({ saved }) => saved !== null).length,
  }));
  console.log(`FAULT_SEED=${SEED}: ${KILLS} kills, ${JSON.stringify(counts)}`);
  expect(counts).toHaveLength(Object.keys(WRITERS).length);
  for (const { kind, sent, acknowledged } of counts) expect([kind, sent > acknowledged]).toEqual([kind, true]);
  // Not of each kind: an import in parts may lose every race for its references.
  expect(all.some(({ saved }) => saved !== null)).toBe(true);
}
