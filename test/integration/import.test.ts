import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../../worker/contract/api-types";
import expected from "../fixtures/hostile/expected.json";
import { api, eventBody, eventsCsv, importCsv, loadShipped, registerShipped, SLUG } from "./harness";

const FILES = import.meta.glob<string>("../fixtures/hostile/*.csv", { query: "?raw", import: "default" });

/** A hostile file's text; all of them are UTF-8, so that its bytes come out as they are in the file. */
async function textOf(file: string): Promise<string> {
  const load = FILES[`../fixtures/hostile/${file}`];
  if (!load) throw new Error(`No file ${file}`);
  return load();
}

interface Report {
  fileRejected: boolean;
  accepted: number;
  unchanged: number;
  corrected: number;
  rejected: number;
  messages: { line: number | null; level: string; kind: string; column: string | null; text: string }[];
  revision: number;
}

async function send(key: string, csv: string, query: string): Promise<{ status: number; report: Report }> {
  const response = await importCsv(key, csv, query);
  return { status: response.status, report: await response.json() };
}

describe("a hostile file", () => {
  test.each(expected.files.map((file) => [file.file, file] as const))(
    "%s is reported row by row, and written whole or not at all",
    async (name, wanted) => {
      const { analyst: key } = await registerShipped();
      const csv = await textOf(name);
      const dry = await send(key, csv, "?dryRun=1");
      expect(dry.status).toBe(200);
      const { fileRejected, accepted, unchanged, rejected } = wanted;
      expect(dry.report).toMatchObject({ fileRejected, accepted, unchanged, rejected, revision: 1 });
      const found = dry.report.messages.map(({ line, level, kind, column }) => ({ line, level, kind, column }));
      const named = wanted.messages.map(({ line, level, kind, column }) => ({ line, level, kind, column }));
      expect(found).toEqual(named);
      const real = await send(key, csv, "");
      const refused = fileRejected || rejected > 0;
      expect(real.status).toBe(refused ? 422 : 200);
      expect(real.report.revision).toBe(refused || accepted === 0 ? 1 : 2);
      if (refused && !fileRejected) {
        const part = await send(key, csv, "?onlyValid=1");
        expect(part.report).toMatchObject({ accepted, rejected, revision: 2 });
      }
    },
  );
});

describe("importing", () => {
  test("the shipped file again changes nothing", async () => {
    const { owner: key } = await loadShipped();
    const report: Report = await (await importCsv(key, eventsCsv)).json();
    expect(report).toMatchObject({ accepted: 0, unchanged: 198, rejected: 0 });
  });

  test("a changed row is a correction that has to be accepted", async () => {
    const { owner: key } = await loadShipped();
    const changed = eventsCsv.replace("Lavrov makes short-notice trip", "Lavrov makes a trip");
    const refused = await importCsv(key, changed);
    expect(refused.status).toBe(422);
    const accepted: Report = await (await importCsv(key, changed, "?acceptCorrections=1")).json();
    expect(accepted).toMatchObject({ accepted: 1, corrected: 1, unchanged: 197 });
    const event: ApiEvent = await (await api("GET", `/scenarios/${SLUG}/events/PKRU-0046`, { key })).json();
    expect(event).toMatchObject({ version: 2, title: expect.stringContaining("Lavrov makes a trip") });
  });

  test("the export gives back every event, with formulas made harmless and undone", async () => {
    const { owner: key } = await loadShipped();
    const title = '=HYPERLINK("https://example.org")';
    const amount = { indicator: "pipeline_financing", code: "offered", amountUsd: 12.5, amountScope: "aid" };
    const notes = "-5 degrees\n'quoted";
    await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody({ ...amount, title, notes }) });
    const csv = await (await api("GET", `/scenarios/${SLUG}/events.csv`, { key })).text();
    expect(csv).not.toContain(',"=HYPERLINK');
    const report: Report = await (await importCsv(key, csv)).json();
    expect(report).toMatchObject({ accepted: 0, unchanged: 199, rejected: 0 });
    const json: { events: ApiEvent[] } = await (await api("GET", `/scenarios/${SLUG}/events.json`, { key })).json();
    expect(json.events).toHaveLength(199);
    expect(json.events.find((event) => event.title === title)?.notes).toBe(notes);
  });

  test("takes JSON with the same rules, and names members instead of columns", async () => {
    const { analyst: key } = await registerShipped();
    const body = { events: [eventBody(), eventBody({ date: "2012-13-01", title: "x" }), 7] };
    const report: Report = await (await api("POST", `/scenarios/${SLUG}/import?dryRun=1`, { key, body })).json();
    expect(report).toMatchObject({ accepted: 1, rejected: 2 });
    expect(report.messages.filter(({ level }) => level === "error").map(({ line }) => line)).toEqual([2, 3]);
  });

  test("takes only text/csv and JSON, and no more than it says", async () => {
    const { analyst: key } = await registerShipped();
    const path = `/scenarios/${SLUG}/import`;
    const form = await api("POST", path, { key, body: "a=b", headers: { "Content-Type": "text/plain" } });
    expect(form.status).toBe(422);
    const large = await importCsv(key, "x".repeat(4_000_001));
    expect(large.status).toBe(413);
    const many = `${eventsCsv.split("\n", 1)[0]}\n${"x\n".repeat(5001)}`;
    const refused: Report = await (await importCsv(key, many)).json();
    expect(refused).toMatchObject({ fileRejected: true, messages: [{ kind: "too-large" }] });
    const events = Array.from({ length: 5001 }, () => ({}));
    const list = await api("POST", path, { key, body: { events } });
    expect(list.status).toBe(422);
    expect(await list.text()).toContain("At most 5,000 events at a time");
  });
});
