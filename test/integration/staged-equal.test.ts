import { beforeEach, describe, expect, test } from "vitest";
import { now } from "../clock";
import type { ImportReport } from "../../worker/contract/import-report";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import expected from "../fixtures/hostile/expected.json";
import { api, database, eventsCsv, importCsv, keyFor, scenarioFile } from "./harness";
import { calls, contentsOf, rowsOf, stage } from "./staged";

const FILES = import.meta.glob<string>("../fixtures/hostile/*.csv", { query: "?raw", import: "default" });
const HEADER = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility,follows";
const row = (ref: string, title: string, follows = "", date = "2013-01-02") =>
  `${ref},${date},visit,minister_visit_held,${title},A paper,B,2,${follows}`;
const file = (...rows: string[]) => [HEADER, ...rows].join("\n");

const [WHOLE, PARTS] = ["whole", "parts"];
let key = "";

beforeEach(async () => {
  key = await keyFor("owner");
  for (const slug of [WHOLE, PARTS]) await api("POST", "/scenarios", { key, body: { ...scenarioFile, slug } });
});

async function reportOf(response: Response): Promise<{ status: number; report: ImportReport }> {
  const { fileRejected, accepted, unchanged, corrected, rejected, messages, revision } =
    await response.json<ImportReport>();
  const report = { fileRejected, accepted, unchanged, corrected, rejected, messages, revision };
  return { status: response.status, report };
}

/** Imports a file whole into one scenario and in parts into the other, and expects the same of both. */
async function importBoth(csv: string, size: number, query = ""): Promise<ImportReport> {
  const whole = await reportOf(await importCsv(key, csv, query, WHOLE));
  const { messages } = rowsOf(csv);
  const { commit, discard } = calls(key, PARTS);
  const id = await stage(key, csv, size, PARTS);
  const parts = await reportOf(await commit(id, query));
  // What is refused stays as it was sent, and holds its references until it is given up.
  if (parts.status === 422) await discard(id);
  parts.report.messages.unshift(...messages);
  expect(parts).toEqual(whole);
  expect(await contentsOf(PARTS)).toEqual(await contentsOf(WHOLE));
  for (const report of await verifyLedgers(database(), now())) expect(report.problems).toEqual([]);
  return parts.report;
}

describe("an import in parts is the same as the whole", () => {
  test("for the shipped file, and for it again with corrections", async () => {
    expect(await importBoth(eventsCsv, 40)).toMatchObject({ accepted: 198, rejected: 0, revision: 2 });
    const changed = eventsCsv
      .replace("Lavrov makes short-notice trip", "Lavrov makes a trip")
      .replace("PKRU-0011,2011-05-12", "PKRU-0011,2011-06-12");
    expect(await importBoth(changed, 30)).toMatchObject({ accepted: 0, rejected: 2, revision: 2 });
    const taken = await importBoth(changed, 30, "?acceptCorrections=1");
    expect(taken).toMatchObject({ accepted: 2, corrected: 2, unchanged: 196, revision: 3 });
  });

  test.each(expected.files.filter(({ fileRejected }) => !fileRejected).map(({ file: name }) => name))(
    "for the hostile file %s, refused or with its valid rows only",
    async (name) => {
      const whole = (await FILES[`../fixtures/hostile/${name}`]?.()) ?? "";
      // Of the longest file a good part is enough here; what all of it costs is tested elsewhere.
      const csv = whole.split("\n").slice(0, 601).join("\n");
      const { rows } = rowsOf(csv);
      if (rows.length === 0) return;
      const size = rows.length > 100 ? 100 : 2;
      await importBoth(csv, size);
      await importBoth(csv, size, "?onlyValid=1");
    },
  );

  test("where rows repeat, contradict and follow each other across parts", async () => {
    const csv = file(
      row("A-1", "One"),
      row("A-2", "Two", "A-1"),
      row("A-1", "One"),
      row("A-1", "Other"),
      row("A-3", "Three", "A-9"),
      row("A-4", "Four", "A-3"),
      row("A-3", "Three", "A-9"),
      row("A-5", "Five", "A-5"),
      row("A-6", "Six", "A-7"),
      "A-7,2013-01-02,visit",
      row("A/8", "A slash"),
      row("", "Without a reference"),
      row("A-7", "Seven at last"),
    );
    for (const size of [1, 3]) {
      const report = await importBoth(csv, size);
      expect(report).toMatchObject({ accepted: 5, rejected: 7, unchanged: 1, revision: 1 });
    }
    const report = await importBoth(csv, 3, "?onlyValid=1");
    expect(report).toMatchObject({ accepted: 5, rejected: 7, unchanged: 1, revision: 2 });
    const again = await importBoth(csv, 4, "?onlyValid=1&acceptCorrections=1");
    expect(again.corrected).toBe(0);
  });

  test("where a correction that is left out would have moved an event to another month", async () => {
    await importBoth(file(row("A-1", "One"), row("A-2", "Two")), 1);
    const csv = file(row("A-1", "One", "X-1", "2014-05-01"), row("A-2", "Two", "", "2014-06-01"), row("A-3", "Three"));
    const report = await importBoth(csv, 2, "?onlyValid=1&acceptCorrections=1");
    expect(report).toMatchObject({ accepted: 2, corrected: 1, rejected: 1 });
  });

  test("where rows bring no references beside some that do", async () => {
    const csv = file(row("", "One"), row("", "Two"), row("PK-0007", "Three"), row("", "Four"));
    expect(await importBoth(csv, 1)).toMatchObject({ accepted: 4 });
    await importBoth(file(row("", "Five")), 1);
  });
});
