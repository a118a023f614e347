import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { createSignInCode, ensureAnalyst } from "../../worker/store/people";
import { analystOfSession, redeemCode } from "../../worker/store/sessions";
import { problems } from "./canaries";
import { standAt } from "./clock";
import { database, eventBody, keyFor, loadShipped, ORIGIN, SLUG } from "./harness";
import { calls } from "./staged";
import { fetchWorker } from "./worker";

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const SCENARIO = `/api/v1/scenarios/${SLUG}`;

/** The server's clock in these tests stands still unless it is set. */
let now = 0;

beforeEach(() => {
  now = standAt();
});

async function send(key: string, method: string, path: string, body?: unknown, headers = {}): Promise<Response> {
  const type = typeof body === "string" ? "text/csv" : "application/json";
  const request = new Request(ORIGIN + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, "Content-Type": type, ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return fetchWorker(request);
}

/** One write of each kind that has a time of its own in the ledger. */
async function writeAll(key: string, n: number): Promise<void> {
  const { open, part } = calls(key);
  const id = await open();
  await part(id, 0, [{ line: 2, event: eventBody({ ref: `PKRU-8${n}01` }) }]);
  const events = `${SCENARIO}/events`;
  const writes: [string, string, unknown, object?][] = [
    ["POST", events, eventBody()],
    ["PATCH", `${events}/PKRU-0001`, { title: `Title ${n}`, reason: "Better" }, { "If-Match": `"${n}"` }],
    ["POST", `${events}/PKRU-0001/comments`, { text: `Comment ${n}` }],
    ["POST", `${SCENARIO}/notes`, { month: "2012-10", text: `Note ${n}` }],
    ["POST", `${SCENARIO}/attestations`, `month,note\n2012-10,Look ${n}\n`],
    ["POST", `${SCENARIO}/propositions/D01/forecasts`, { probability: n / 10 }],
    ["POST", `${SCENARIO}/imports/${id}/commit`, undefined],
    ["POST", `${SCENARIO}/undo`, {}],
  ];
  for (const [method, path, body, headers] of writes) {
    const answer = await send(key, method, path, body, headers);
    const text = await answer.text();
    expect([path, answer.status < 300, text]).toEqual([path, true, text]);
  }
}

async function recordedTimes(): Promise<number[]> {
  const { results } = await env.DB.prepare("SELECT at FROM commits ORDER BY revision").all<{ at: number }>();
  return results.map(({ at }) => at);
}

describe("the server's clock", () => {
  test("set back by an hour: no commit is dated before the one it follows, and the ledger verifies", async () => {
    await loadShipped();
    const key = await keyFor("analyst");
    await writeAll(key, 1);
    const before = await recordedTimes();
    now = standAt(now - HOUR);
    await writeAll(key, 2);
    const times = await recordedTimes();
    expect(times.length).toBe(before.length + 8);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBe(before.at(-1));
    expect(await problems()).toEqual([]);
  });

  test("ahead by a year and put right again: all is written, in order, and the ledger verifies", async () => {
    await loadShipped();
    const key = await keyFor("analyst");
    now = standAt(now + YEAR);
    await writeAll(key, 1);
    now = standAt(now - YEAR);
    await writeAll(key, 2);
    const times = await recordedTimes();
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(await problems()).toEqual([]);
  });
});

describe("with the clock set back or ahead", () => {
  test("a session ends a month after it began by the clock of the moment, never by the number of its uses", async () => {
    const db = database();
    const person = await ensureAnalyst(db, "Somebody", "analyst", now);
    const code = await createSignInCode(db, person.id, now);
    const token = (await redeemCode(db, code, { now, agent: "", old: undefined })) ?? "";
    expect((await analystOfSession(db, token, now - HOUR))?.id).toBe(person.id);
    expect(await analystOfSession(db, token, now + YEAR)).toBeNull();
    // Being asked for ahead of time has ended nothing.
    expect((await analystOfSession(db, token, now))?.id).toBe(person.id);
  });

  test("a link is closed after its end, and open again where the clock was wrong", async () => {
    await loadShipped();
    const key = await keyFor("analyst");
    const expiresAt = now + 24 * HOUR;
    const made = await send(key, "POST", `${SCENARIO}/snapshots`, { title: "For a day", expiresAt });
    const { url } = await made.json<{ url: string }>();
    const open = async (): Promise<number> =>
      (await fetchWorker(new Request(`${ORIGIN}${new URL(url).pathname}/view.json`))).status;
    const start = now;
    const statuses: number[] = [];
    for (const instant of [start - HOUR, start + YEAR, start]) {
      standAt(instant);
      statuses.push(await open());
    }
    expect(statuses).toEqual([200, 410, 200]);
  });
});
