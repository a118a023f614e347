import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { readRecoverArgs, recoverySql } from "../../../scripts/recover.mjs";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const HASH = createHash("sha256").update("code").digest("hex");

function migrated(): DatabaseSync {
  const folder = join(import.meta.dirname, "../../../migrations");
  const database = new DatabaseSync(":memory:");
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted()) {
    database.exec(readFileSync(join(folder, name), "utf8"));
  }
  return database;
}

describe("the recovery of an owner", () => {
  test("makes one, however the name is written, with a code for 15 minutes", () => {
    const database = migrated();
    const name = "O'Hara'); DROP TABLE analysts; --";
    database.exec(recoverySql({ name, id: "a1", hash: HASH, now: NOW }));
    expect(database.prepare("SELECT id, name, role FROM analysts").all()).toEqual([{ id: "a1", name, role: "owner" }]);
    expect(database.prepare("SELECT * FROM sign_in_codes").all()).toEqual([
      { hash: HASH, analyst: "a1", expires_at: NOW + 15 * 60_000, invited_by: null },
    ]);
  });

  test("takes the owner of this name who is there, enables them, and touches nobody else", () => {
    const database = migrated();
    const insert = database.prepare(
      "INSERT INTO analysts (id, name, role, disabled_at, created_at) VALUES (?, ?, ?, 5, 1)",
    );
    insert.run("b1", "Owner", "owner");
    insert.run("b2", "Owner", "analyst");
    insert.run("b3", "Other", "owner");
    database.exec(recoverySql({ name: "Owner", id: "a1", hash: HASH, now: NOW }));
    const found = database.prepare("SELECT id, disabled_at FROM analysts ORDER BY id").all();
    expect(found).toEqual([
      { id: "b1", disabled_at: null },
      { id: "b2", disabled_at: 5 },
      { id: "b3", disabled_at: 5 },
    ]);
    expect(database.prepare("SELECT analyst FROM sign_in_codes").all()).toEqual([{ analyst: "b1" }]);
  });
});

describe("its arguments", () => {
  test("none mean the Signpost on this machine, an address a deployed one", () => {
    expect(readRecoverArgs([])).toBeNull();
    expect(readRecoverArgs(["--url", "https://signpost.example/people"])).toEqual({
      url: "https://signpost.example",
      name: "Owner",
      where: ["--remote"],
    });
    expect(readRecoverArgs(["--url", "http://localhost:1", "--name", "Ada", "--local", "--persist-to", "x"])).toEqual({
      url: "http://localhost:1",
      name: "Ada",
      where: ["--local", "--persist-to", "x"],
    });
  });

  test.each([
    [["--name", "Ada"]],
    [["--url", "signpost"]],
    [["--url", "https://a.example", "--name", " "]],
    [["--url", "https://a.example", "--persist-to", "x"]],
    [["--what"]],
  ])("%j are answered with how to write them", (args) => {
    expect(() => readRecoverArgs(args)).toThrow("Usage: npm run recover");
  });
});
