import { afterEach, describe, expect, it, vi } from "vitest";
import { mustRestart, sendInParts, sendWhole } from "../../../../web/import/sending";
import { ApiProblem } from "../../../../web/lib/api";
import type { Prepared, Source } from "../../../../web/import/source";

const DECISIONS = { acceptCorrections: false, onlyValid: false, confirmDate: false };
const REPORT = {
  fileRejected: false,
  accepted: 120,
  unchanged: 0,
  corrected: 0,
  rejected: 0,
  messages: [],
  revision: 1,
};
const rows = Array.from({ length: 120 }, (_, i) => ({ line: i + 2, event: {} }));

/** A server that answers by a script: what it is asked is kept; null is a lost connection. */
function server(...script: (object | null)[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string, { method, body }: { method: string; body?: string }) => {
    const part = body?.includes('"part"') ? ` ${JSON.parse(body).part}` : "";
    asked.push(`${method} ${url.replace("/api/v1/s/imports", "")}${part}`);
    const next = script.shift();
    if (next === null || next === undefined) return Promise.reject(new TypeError("Failed to fetch"));
    const status = "status" in next ? Number(next.status) : 200;
    return Promise.resolve(new Response(JSON.stringify(next), { status }));
  });
  return asked;
}

function sending() {
  const prepared = { rejected: false, messages: [], rows, refs: [], whole: false } satisfies Prepared;
  return sendInParts("/s", { name: "x.csv" } as Source, prepared);
}

const never = () => false;

describe("a short file", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("whose answer was lost is sent again under the same id, and counts as imported where it was", async () => {
    const asked = server(REPORT, null, { status: 409, code: "conflict", revision: 7 });
    const one = sendWhole("/s", { name: "x.csv" } as Source);
    await one.report(DECISIONS);
    await expect(one.commit(DECISIONS)).rejects.toMatchObject({ status: 0 });
    expect(await one.commit(DECISIONS)).toEqual({ ...REPORT, revision: 7 });
    expect(asked[1]).toMatch(/clientId=[0-9a-f-]{36}/);
    expect(asked[2]).toBe(asked[1]);
    expect(asked[0]).not.toContain("clientId");
  });
});

describe("dates that somebody says are right", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are said to be so with a whole file, in the report and in the import", async () => {
    const asked = server(REPORT, REPORT, REPORT);
    const one = sendWhole("/s", { name: "x.csv" } as Source);
    one.confirmDates(true);
    await one.report(DECISIONS);
    await one.commit(DECISIONS);
    one.confirmDates(false);
    await one.report(DECISIONS);
    expect(asked.map((call) => call.includes("confirmDate=1"))).toEqual([true, true, false]);
  });

  it("are said to be so with each part, which is checked again; the same answer again checks nothing", async () => {
    const asked = server({ id: "i" }, {}, {}, {}, {}, {}, {});
    const one = sending();
    await one.check(() => {}, never);
    one.confirmDates(true);
    expect(one.checked()).toBe(0);
    await one.check(() => {}, never);
    expect(asked.slice(4)).toEqual([0, 1, 2].map((part) => `POST /i/parts?confirmDate=1 ${part}`));
    one.confirmDates(true);
    expect(one.checked()).toBe(120);
  });
});

describe("a long file", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("goes in parts of fifty rows, and after a lost connection on from the part that failed", async () => {
    const asked = server({ id: "i" }, {}, null, {}, {});
    const progress: number[] = [];
    const one = sending();
    await expect(one.check((n) => progress.push(n), never)).rejects.toMatchObject({ status: 0 });
    expect(one.checked()).toBe(50);
    expect(await one.check((n) => progress.push(n), never)).toBe(true);
    expect(progress).toEqual([50, 100, 120]);
    expect(asked).toEqual(["POST ", "POST /i/parts 0", "POST /i/parts 1", "POST /i/parts 1", "POST /i/parts 2"]);
  });

  it("stops when asked to, and keeps its place", async () => {
    server({ id: "i" }, {}, {}, {});
    const one = sending();
    let sent = 0;
    expect(
      await one.check(
        () => void (sent += 1),
        () => sent === 1,
      ),
    ).toBe(false);
    expect(one.checked()).toBe(50);
  });

  it("begins again in the same import if the log has changed, in a new one if the server has forgotten it", async () => {
    const asked = server({ id: "i" }, {}, {}, {}, {}, {}, {}, { id: "j" }, {}, {}, {});
    const one = sending();
    for (const isForgotten of [false, true]) {
      await one.check(() => {}, never);
      one.restart(isForgotten);
    }
    await one.check(() => {}, never);
    expect(asked.filter((call) => call.endsWith(" 0"))).toEqual([
      "POST /i/parts 0",
      "POST /i/parts 0",
      "POST /j/parts 0",
    ]);
    const problem = (status: number, body = {}) => new ApiProblem(status, "", "", [], body);
    expect([problem(409, { changed: ["A-1"] }), problem(404)].every(mustRestart)).toBe(true);
    expect([problem(0), problem(409, { revision: 7 }), problem(503)].some(mustRestart)).toBe(false);
  });

  it("whose last answer was lost is found in the log, not imported again", async () => {
    const committed = { status: 409, code: "conflict", revision: 7 };
    server({ id: "i" }, {}, {}, {}, REPORT, null, committed);
    const one = sending();
    await one.check(() => {}, never);
    await one.report(DECISIONS);
    await expect(one.commit(DECISIONS)).rejects.toMatchObject({ status: 0 });
    expect(await one.commit(DECISIONS)).toMatchObject({ accepted: 120, revision: 7 });
  });
});
