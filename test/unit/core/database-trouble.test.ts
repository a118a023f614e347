import { expect, test } from "vitest";
import { databaseTrouble } from "../../../worker/core/database-trouble";

test.each([
  ["D1_ERROR: database disk image is malformed: SQLITE_CORRUPT", "The database is damaged."],
  ["D1_ERROR: file is not a database: SQLITE_NOTADB", "The database is damaged."],
  ["D1_ERROR: database or disk is full: SQLITE_FULL", "The database is full, and takes nothing new."],
  ["D1_ERROR: Exceeded maximum DB size", "The database is full, and takes nothing new."],
  ["D1_ERROR: attempt to write a readonly database: SQLITE_READONLY", "The database cannot be written."],
  ["D1_ERROR: disk I/O error: SQLITE_IOERR", "The database cannot be written."],
  ["D1_ERROR: internal error; reference = k325bfelend", "The database does not answer"],
])("%s is told in a sentence that says what to do", (message, words) => {
  expect(databaseTrouble(message)).toMatch(new RegExp(`^${words}.*Nothing was overwritten\\..*docs/backup\\.md`));
});

test.each([
  "D1_ERROR: malformed JSON: SQLITE_ERROR",
  "D1_ERROR: UNIQUE constraint failed: commits.revision: SQLITE_CONSTRAINT",
  "D1_ERROR: Network connection lost.",
])("%s is no trouble of the database", (message) => {
  expect(databaseTrouble(message)).toBeNull();
});
