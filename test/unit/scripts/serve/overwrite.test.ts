import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { overwriteRemoved } from "../../../../scripts/serve/overwrite.mjs";

const REMOVED = "An envoy whose name a court wants gone";
let dataDir = "";
let file = "";

/** What a killed instance leaves: a text that a redaction took, in pages that the file no longer uses. */
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "signpost-overwrite-"));
  const folder = join(dataDir, "v3/d1/miniflare-D1DatabaseObject");
  mkdirSync(folder, { recursive: true });
  file = join(folder, `${"0".repeat(64)}.sqlite`);
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE scenarios (slug); CREATE TABLE entries (scenario, kind, texts)");
  database.exec("INSERT INTO scenarios VALUES ('a'); INSERT INTO entries VALUES ('a', 'redaction', '')");
  database.prepare("INSERT INTO entries VALUES ('a', 'event', ?)").run(REMOVED.repeat(500));
  database.exec("UPDATE entries SET texts = '' WHERE kind = 'event'");
  database.close();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dataDir, { recursive: true });
});

test("a start finds what a redaction left in the file, and leaves none of it", () => {
  expect(readFileSync(file).includes(REMOVED)).toBe(true);
  overwriteRemoved(dataDir);
  expect(readFileSync(file).includes(REMOVED)).toBe(false);
});

test("the file is written anew once a redaction, not at every start", () => {
  overwriteRemoved(dataDir);
  const { mtimeMs } = statSync(file);
  overwriteRemoved(dataDir);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test("what cannot be written anew is said and keeps nobody from starting", () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  writeFileSync(file, "no database at all, but longer than a header of one would be: it says so itself.");
  overwriteRemoved(dataDir);
  expect(said.mock.calls.flat().join()).toMatch(/^Removed texts may still stand in the database file/);
});
