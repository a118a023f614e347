import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { now } from "../clock";
import { commitImport } from "../../worker/actions/commit-import";
import { runSchedule } from "../../worker/schedule";
import { isOutdated } from "../../worker/store/database";
import { analystOfKey } from "../../worker/store/people";
import { deleteImport } from "../../worker/store/staging";
import fiveThousand from "../fixtures/hostile/21-five-thousand-rows.csv?raw";
import { api, database, eventBody, keyFor, loadShipped, registerShipped, SLUG, usageOf } from "./harness";
import { calls, event, stage, stagedRows } from "./staged";

const DAY_MS = 86_400_000;

let key = "";
let staged = calls("");

async function open(register = registerShipped): Promise<string> {
  ({ analyst: key } = await register());
  staged = calls(key);
  return staged.open({});
}

async function nextRef(): Promise<unknown> {
  const { d1 } = database();
  const [result] = await d1.batch([
    d1.prepare("SELECT ref_prefix, next_ref FROM scenarios WHERE slug = ?1").bind(SLUG),
  ]);
  return result?.results[0];
}

describe("references of rows that come without one", () => {
  const nameless = (line: number) => ({ line, event: eventBody({ title: `Event ${line}` }) });

  test("are reserved: an event that is logged meanwhile gets the one after them", async () => {
    const id = await open(loadShipped);
    await staged.part(id, 0, [nameless(1), nameless(2)]);
    const logged = await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody({ title: "By hand" }) });
    expect(await logged.json()).toMatchObject({ ref: "PKRU-0202" });
    expect((await staged.commit(id)).status).toBe(200);
    const found = await api("GET", `/scenarios/${SLUG}/events/PKRU-0200`, { key });
    expect(await found.json()).toMatchObject({ title: "Event 1" });
    expect(await nextRef()).toEqual({ ref_prefix: "PKRU-", next_ref: 203 });
  });

  test("are free again once the import is given up, unless somebody has gone past them", async () => {
    const id = await open();
    await staged.part(id, 0, [nameless(1)]);
    await staged.part(id, 1, [nameless(2)]);
    expect(await nextRef()).toEqual({ ref_prefix: "E-", next_ref: 3 });
    expect((await staged.discard(id)).status).toBe(204);
    expect(await nextRef()).toEqual({ ref_prefix: null, next_ref: 1 });
    const other = await staged.open({});
    await staged.part(other, 0, [nameless(1)]);
    await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody() });
    await staged.discard(other);
    expect(await nextRef()).toEqual({ ref_prefix: "E-", next_ref: 3 });
  });

  test("stand above those that later parts bring, if these are announced", async () => {
    await open();
    const id = await staged.open({ refs: ["HX-0041"] });
    await staged.part(id, 0, [nameless(1)]);
    await staged.part(id, 1, [{ line: 2, event: event("HX-0041") }]);
    expect((await staged.commit(id)).status).toBe(200);
    expect((await api("GET", `/scenarios/${SLUG}/events/HX-0042`, { key })).status).toBe(200);
  });
});

describe("whose it is", () => {
  test("another analyst does not find it, whatever they ask", async () => {
    const id = await open();
    await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
    const others = calls(await keyFor("owner", "Somebody else"));
    const replies = [
      await others.read(id),
      await others.part(id, 0, [{ line: 1, event: event("A-1") }]),
      await others.commit(id),
      await others.discard(id),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await stagedRows()).toEqual([1, 1, 1]);
  });

  test("a viewer is refused and nobody is told nothing", async () => {
    const id = await open();
    expect((await calls(await keyFor("viewer")).read(id)).status).toBe(403);
    expect((await api("GET", `/scenarios/${SLUG}/imports/${id}`)).status).toBe(401);
  });

  test("what is given up, or older than a day, is gone", async () => {
    const id = await open();
    const kept = await staged.open({});
    await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
    await staged.discard(id);
    expect((await staged.read(id)).status).toBe(404);
    await staged.part(kept, 0, [{ line: 1, event: event("A-1") }]);
    await runSchedule(env, now() + DAY_MS - 60_000);
    expect(await stagedRows()).toEqual([1, 1, 1]);
    await runSchedule(env, now() + DAY_MS + 60_000);
    expect(await stagedRows()).toEqual([0, 0, 0]);
  });
});

test("an import that is committed while it is given up stays known as committed", async () => {
  const id = await open();
  await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
  const [committed, discarded] = await Promise.all([staged.commit(id), staged.discard(id)]);
  const inLog = (await api("GET", `/scenarios/${SLUG}/events/A-1`, { key })).status === 200;
  expect([committed.status, discarded.status]).toEqual(inLog ? [200, 409] : [committed.status, 204]);
  expect((await staged.commit(id)).status).toBe(inLog ? 409 : 404);
});

test("an import cannot be given up once it is committed", async () => {
  const { d1 } = database();
  const id = await open();
  await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
  await staged.commit(id);
  await expect(deleteImport(database(), { id, scenario: SLUG })).rejects.toSatisfy(isOutdated);
  expect(await d1.prepare("SELECT revision FROM imports WHERE id = ?1").bind(id).first()).toEqual({ revision: 2 });
});

describe("what five thousand rows cost", () => {
  beforeEach(async () => {
    ({ owner: key } = await registerShipped());
    staged = calls(key);
  });

  test("stays below the rows and queries of a free plan", async () => {
    const id = await stage(key, fiveThousand, 100);
    const part = await staged.part(await staged.open({}), 0, [{ line: 1, event: event("A-1") }]);
    const db = database();
    const who = (await analystOfKey(db, key))?.id ?? "";
    const before = db.usage.queries;
    await commitImport({ db, who, now: now() }, SLUG, id, {
      corrections: true,
      decide: () => ({ report: null, excluded: [], write: true }),
    });
    expect(db.usage.queries - before).toBeLessThanOrEqual(40);
    // Each row is prepared, copied and deleted: one more row written than a whole import, and another one deleted.
    expect(db.usage.rowsWritten + 5000 + 50 * 10).toBeLessThan(100_000);
    expect(usageOf(part).written).toBeLessThanOrEqual(5);
  });
});
