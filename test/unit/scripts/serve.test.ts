import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readKeyArgs } from "../../../scripts/key.mjs";
import { checkData, noteUsed } from "../../../scripts/serve/check-data.mjs";
import { askSocket, openControlSocket, socketPath } from "../../../scripts/serve/control-socket.mjs";
import { reach, readInstance, takeLock, tryLock } from "../../../scripts/serve/lock.mjs";
import { splitMigration } from "../../../scripts/serve/prepare.mjs";
import { readSettings, root } from "../../../scripts/serve/settings.mjs";
import { systemWords } from "../../../scripts/serve/user-error.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signpost-serve-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("settings", () => {
  test("port 8787 and .signpost in the project are the defaults", () => {
    expect(readSettings({})).toEqual({ port: 8787, dataDir: join(root, ".signpost"), plan: null });
    expect(readSettings({ SIGNPOST_PLAN: "free" })).toMatchObject({ plan: "free" });
    expect(() => readSettings({ SIGNPOST_PLAN: "paid" })).toThrow("SIGNPOST_PLAN must be free or unset");
  });

  test.each(["0", "65536", "http", "80.5", "-1"])("PORT=%s is refused", (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(`PORT must be a number from 1 to 65535, not "${port}".`);
  });
});

describe("key arguments", () => {
  test("a name and a role are read in any order", () => {
    expect(readKeyArgs(["--role", "viewer", "--name=Ana Lyst"])).toEqual({ name: "Ana Lyst", role: "viewer" });
  });

  test("a blank name is none", () => {
    expect(() => readKeyArgs(["--name", " ", "--role", "viewer"])).toThrow("Give a name.");
  });
});

describe("lock", () => {
  test("a folder has one holder at a time, also where somebody deletes every file of the lock", async () => {
    const lock = await tryLock(folder);
    expect(await tryLock(folder)).toBeNull();
    for (const name of ["lock", "instance.json"]) rmSync(join(folder, name));
    expect(await tryLock(folder)).toBeNull();
    lock?.release();
    const next = await tryLock(folder);
    expect(next).not.toBeNull();
    next?.release();
  });

  test("what a killed holder left behind does not keep the next out", async () => {
    writeFileSync(join(folder, "instance.json"), JSON.stringify({ pid: process.pid, port: 8787, socket: null }));
    const lock = await tryLock(folder);
    expect(lock).not.toBeNull();
    expect(readInstance(folder)).toEqual({ pid: process.pid, port: null, socket: null });
    lock?.release();
  });

  test("a start waits for a short command, and names a running instance at once", async () => {
    const command = await tryLock(folder);
    setTimeout(() => command?.release(), 150);
    const instance = await takeLock(folder);
    instance.describe({ port: 4321, socket: null });
    await expect(takeLock(folder)).rejects.toThrow(
      `in use by process ${process.pid}, which serves http://localhost:4321.`,
    );
    instance.release();
  });

  test("a command asks the running instance, and opens a free folder itself", async () => {
    const ways = {
      running: async (socket: string) => `asked ${socket}`,
      alone: async (lock: { release(): void }) => {
        lock.release();
        return "alone";
      },
    };
    expect(await reach(folder, ways)).toBe("alone");
    const instance = await takeLock(folder);
    instance.describe({ port: 4321, socket: "/the/socket" });
    expect(await reach(folder, ways)).toBe("asked /the/socket");
    instance.release();
  });
});

describe.skipIf(process.platform === "win32")("rights", () => {
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

  test("a data folder that was made beforehand is closed to others", async () => {
    chmodSync(folder, 0o755);
    (await tryLock(folder))?.release();
    expect([mode(folder), mode(join(folder, "v3"))]).toEqual(["700", "700"]);
  });

  test("where other things stand in it, they stay open, and the database is closed to others", async () => {
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, "other.txt"), "");
    mkdirSync(join(folder, "v3"), { mode: 0o755 });
    (await tryLock(folder))?.release();
    expect([mode(folder), mode(join(folder, "v3"))]).toEqual(["755", "700"]);
  });
});

describe("the database of a data folder", () => {
  const file = (): string => join(folder, "v3/d1/miniflare-D1DatabaseObject/db.sqlite");
  const make = (sql: string): void => {
    mkdirSync(dirname(file()), { recursive: true });
    const database = new DatabaseSync(file());
    database.exec(sql);
    database.close();
  };
  const FILLED = "CREATE TABLE d1_migrations (name); CREATE TABLE t (x); INSERT INTO t SELECT randomblob(20000);";

  test("is begun in a new folder, and opened where it is whole", () => {
    checkData(folder);
    make(FILLED);
    noteUsed(folder);
    checkData(folder);
  });

  test.each([
    ["gone", () => rmSync(dirname(file()), { recursive: true })],
    ["empty", () => truncateSync(file())],
    [
      "empty",
      () => {
        rmSync(file());
        make("CREATE TABLE other (x)");
      },
    ],
  ])("is not begun anew where a used folder's is %s", (what, lose) => {
    make(FILLED);
    noteUsed(folder);
    lose();
    const before = existsSync(file()) && readFileSync(file());
    expect(() => checkData(folder)).toThrow(`was used before, and its database is ${what}`);
    expect(existsSync(file()) && readFileSync(file())).toEqual(before);
  });

  test.each([
    ["from its first byte", 0],
    ["in the middle", 8192],
  ])("is not opened where it is damaged %s", (_where, at) => {
    make(FILLED);
    const bytes = readFileSync(file());
    bytes.fill(7, at, at + 4096);
    writeFileSync(file(), bytes);
    expect(() => checkData(folder)).toThrow(/is damaged \(.*\)\.\nNothing was changed\. docs\/backup\.md/s);
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)("is not opened where it cannot be written", () => {
    make(FILLED);
    chmodSync(file(), 0o400);
    expect(() => checkData(folder)).toThrow("is not this user's to read and write");
  });
});

test.each([
  ["ENOSPC", "/x: The disk is full. Make room, then run the command again."],
  ["EROFS", "/x: The disk can only be read. Make it writable, or use another folder."],
])("a refusal of the system, %s, is a sentence that says what to do", (code, words) => {
  expect(systemWords(Object.assign(new Error(code), { code, path: "/x" }))).toBe(words);
  expect(systemWords(new Error("Another"))).toBeNull();
});

describe("control socket", () => {
  test("passes the operations of commands on, and no other", async () => {
    const asked: unknown[] = [];
    const socket = await openControlSocket(folder, async (path: string, body: unknown) => {
      asked.push([path, body]);
      return Response.json({ done: true });
    });
    const answer = await askSocket(socket.path, "/key", { name: "A" });
    expect(await answer?.json()).toEqual({ done: true });
    expect((await askSocket(socket.path, "/shipped/events", {}))?.status).toBe(404);
    expect(asked).toEqual([["/key", { name: "A" }]]);
    socket.close();
    expect(await askSocket(socket.path, "/key", {})).toBeNull();
  });

  test("stands in a short folder of its own where the data folder's path is too long for a socket", () => {
    expect(socketPath(folder)).toBe(join(folder, "control.sock"));
    const short = socketPath(join(folder, "x".repeat(100)));
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(103);
    rmSync(dirname(short), { recursive: true });
  });
});

test("a migration is split at the breakpoints that drizzle-kit writes, not at semicolons", () => {
  const trigger = "CREATE TRIGGER t BEFORE UPDATE ON a BEGIN SELECT RAISE(ABORT, 'no'); END;";
  expect(splitMigration(`CREATE TABLE a (b);\n--> statement-breakpoint\n${trigger}\n`)).toEqual([
    "CREATE TABLE a (b);",
    trigger,
  ]);
});
