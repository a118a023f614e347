/** What a backup holds, what a restore makes of it, and what it refuses. */
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { recordSaid } from "../../worker/actions/record-said";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { verifyViews } from "../../worker/actions/verify-views";
import { beginRestore, finishRestore, restoreLines } from "../../worker/actions/restore-backup";
import { BACKUP_FORMAT, BACKUP_TABLES, LEFT_OUT, lineCount } from "../../worker/core/backup";
import { sealLine } from "../../worker/store/backup-lines";
import { canonical } from "../../worker/store/hash";
import { AT_A_TIME, backupLines, emptyInstance, idOf, restore } from "./backups";
import { libel, redact, REASON, type Libel } from "./canaries";
import { standAt } from "./clock";
import { api, database, eventBody, keyFor, SLUG } from "./harness";
import { ADDRESSES, bytesOf, dump, look, press, share } from "./shared-links";

/** Tables that differ between a backup and what is restored: who may come in, and what an instance counts and stores for itself. */
const OWN = [
  "access_keys",
  "sessions",
  "sign_in_codes",
  "view_cache",
  "usage_days",
  "backups",
  "restores",
  "d1_migrations",
];

/** A row whose registration has its members in one order: rebuilding writes them in another than registering. */
function inOrder(row: Record<string, unknown>): Record<string, unknown> {
  const { registration } = row;
  return typeof registration === "string" ? { ...row, registration: canonical(JSON.parse(registration)) } : row;
}

/** All that is kept: as `dump` has it, without stored answers that no link shows. */
async function kept(): Promise<Record<string, unknown[]>> {
  const all = Object.entries(await dump()).filter(([table]) => !OWN.includes(table) && !table.startsWith("import"));
  const rows = (table: string, found: unknown[]): string[] =>
    (found as Record<string, unknown>[])
      .filter((row) => table !== "views" || row.kept === 1)
      // Verdicts are settled anew, by the revision at which that was done.
      .map((row) => JSON.stringify(inOrder(table === "month_verdicts" ? { ...row, revision: null } : row)))
      .toSorted();
  return Object.fromEntries(all.map(([table, found]) => [table, rows(table, found)]));
}

/** Longer than any month. */
const BACK_MS = 40 * 86_400_000;

/** An instance full of data: events in versions, people, a redaction, comments, links of each kind, a recorded month-end. */
async function full(): Promise<Libel & { guarded: Awaited<ReturnType<typeof share>> }> {
  standAt(now() - BACK_MS);
  const made = await libel();
  standAt(now() + BACK_MS);
  await recordSaid(database(), SLUG, now());
  const { keys, ref, links } = made;
  await redact(keys.owner, ref, { reason: REASON, fields: ["title", "notes"] });
  const live = await share(keys.analyst, { purpose: "live" });
  const guarded = await share(keys.analyst, { purpose: "colleague", passphrase: true });
  const [, second] = links;
  await api("PATCH", `/snapshots/${second?.id}`, { key: keys.owner, body: { paused: true } });
  await api("DELETE", `/snapshots/${live.id}`, { key: keys.owner, body: { reason: "Over" } });
  await api("POST", "/people", { key: keys.owner, body: { name: "Ada", role: "viewer", email: "ada@example.org" } });
  return { ...made, guarded };
}

describe("a backup restored into an empty instance", () => {
  test("has every row of every table again, and all of it verifies", async () => {
    await full();
    const before = await kept();
    expect(before.said_months?.length).toBeGreaterThan(0);
    const lines = await backupLines();
    await emptyInstance();
    await restore(lines);
    const after = await kept();
    for (const table of Object.keys(before)) expect([table, after[table]]).toEqual([table, before[table]]);
    expect((await verifyLedgers(database(), now())).map(({ problems }) => problems)).toEqual([[]]);
    expect((await verifyViews(database())).problems).toEqual([]);
  });

  test("makes the same backup again, but for the time", async () => {
    await full();
    const rows = (lines: string[]): unknown[] => lines.slice(1, -1).map((line) => inOrder(JSON.parse(line).row));
    const lines = await backupLines();
    await emptyInstance();
    await restore(lines);
    expect(rows(await backupLines())).toEqual(rows(lines));
  });

  test("opens every link with the same bytes, one with a passphrase with the same, and a paused one as little as before", async () => {
    const { links, guarded } = await full();
    const shown = async (): Promise<unknown[]> => {
      const seen: unknown[] = [];
      for (const link of [...links, guarded]) {
        // The page itself has numbers of its own at each look.
        for (const address of ADDRESSES.filter((one) => one.includes("."))) {
          const response = await look(link, address);
          seen.push([link.id, address, response.status, await bytesOf(response)]);
        }
      }
      return seen;
    };
    const before = await shown();
    const lines = await backupLines();
    await emptyInstance();
    await restore(lines);
    expect(await shown()).toEqual(before);
    expect((await press(guarded, guarded.passphrase)).status).toBe(200);
    expect((await press(guarded, "another passphrase")).status).not.toBe(200);
  });

  test("takes the next entry where the ledger stopped", async () => {
    await full();
    const lines = await backupLines();
    await emptyInstance();
    await restore(lines);
    const key = await keyFor("analyst");
    expect((await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody() })).status).toBe(201);
    expect((await verifyLedgers(database(), now())).map(({ problems }) => problems)).toEqual([[]]);
  });

  test("lets whoever restores it stay signed in, as the person of the backup who has the same name and role", async () => {
    await full();
    const lines = await backupLines();
    await emptyInstance();
    const key = await keyFor("owner");
    await restore(lines);
    const people = await (await api("GET", "/people", { key })).json<{ people: { name: string }[] }>();
    const names = ["A analyst", "A owner", "A viewer", "Ada", "Another"];
    expect(people.people.map(({ name }) => name).toSorted()).toEqual(names);
  });
});

describe("a backup", () => {
  test("holds no key, session, code or secret", async () => {
    const { keys } = await full();
    const text = (await backupLines()).join("\n");
    const { results } = await env.DB.prepare(
      "SELECT hash FROM access_keys UNION ALL SELECT hash FROM sign_in_codes",
    ).all<{ hash: string }>();
    expect(results.length).toBeGreaterThan(3);
    const secrets = [...results.map(({ hash }) => hash), ...Object.values(keys), env.SIGNING_KEY, env.LINK_SECRET];
    expect(secrets.filter((secret) => text.includes(secret ?? ""))).toEqual([]);
  });

  test("has every table of the database, or says why it has not", async () => {
    const tables = Object.keys(await dump()).filter((name) => name !== "d1_migrations");
    expect([...BACKUP_TABLES, ...Object.keys(LEFT_OUT)].toSorted()).toEqual([...tables, "usage_days"].toSorted());
    expect(BACKUP_TABLES.filter((name) => name in LEFT_OUT)).toEqual([]);
  });

  test("says in its first line what follows, and in its last that it is all", async () => {
    await full();
    const lines = await backupLines();
    const { header } = JSON.parse(lines[0] ?? "");
    const { end } = JSON.parse(lines.at(-1) ?? "");
    expect(lines).toHaveLength(lineCount(header.counts));
    expect(end).toEqual({ lines: lines.length, counts: header.counts });
    expect(Object.keys(header.heads)).toEqual([SLUG]);
  });

  test("keeps what was made while a clock was ahead", async () => {
    await full();
    await env.DB.prepare("UPDATE snapshots SET created_at = created_at + 1e10").run();
    const links = (await backupLines()).filter((line) => JSON.parse(line).table === "snapshots");
    expect(links).toHaveLength(5);
  });
});

describe("a restore", () => {
  test("that was interrupted goes on where it stopped, wherever that was", async () => {
    await full();
    const before = await kept();
    const lines = await backupLines();
    await emptyInstance();
    for (let until = 1; until < lines.length; until += AT_A_TIME) await restore(lines, until);
    // Every line is in, and nothing is finished: no projection is there yet.
    expect((await env.DB.prepare("SELECT count(*) AS n FROM events").first())?.n).toBe(0);
    await restore(lines);
    expect(await kept()).toEqual(before);
    expect((await beginRestore(database(), now(), idOf(lines), lines[0] ?? "")).done).toBe(true);
  });

  test("that is not finished makes no backup, which would lack what is not in yet", async () => {
    await full();
    const lines = await backupLines();
    await emptyInstance();
    await restore(lines, 150);
    await expect(backupLines()).rejects.toThrow("A restore into this Signpost is not finished.");
  });

  test("of a file of a version before gives columns that came later their default", async () => {
    await full();
    const lines = await backupLines();
    let sum = "";
    const older: string[] = [];
    for (const line of lines) {
      const { sum: _sum, ...content } = JSON.parse(line);
      if (content.table === "snapshots") for (const name of ["since", "notices", "opens"]) delete content.row[name];
      const sealed = await sealLine(sum, content);
      older.push(sealed.line);
      ({ sum } = sealed);
    }
    await emptyInstance();
    await restore(older);
    const { results } = await env.DB.prepare("SELECT DISTINCT since, notices, opens FROM snapshots").all();
    expect(results).toEqual([{ since: 1, notices: "[]", opens: 0 }]);
  });

  test.each([
    ["a letter", (line: string) => line.replace(/[a-y](?=",)/, "z")],
    ["a line left out", () => null],
    ["a line twice", (line: string) => `${line}\n${line}`],
  ])("of a file with %s changed is refused, and names the line", async (_what, change) => {
    await full();
    const lines = await backupLines();
    const at = 150;
    const changed = lines.toSpliced(at, 1, ...(change(lines[at] ?? "")?.split("\n") ?? []));
    await emptyInstance();
    const wrong = changed.findIndex((line, i) => line !== lines[i]) + 1;
    await expect(restore(changed)).rejects.toThrow(`Line ${wrong} of the backup was changed`);
    // Of the batch with that line nothing is in.
    expect((await beginRestore(database(), now(), idOf(lines), lines[0] ?? "")).next).toBe(2 + AT_A_TIME);
  });

  test("of a file that was cut is refused, and finishes nothing", async () => {
    await full();
    const lines = await backupLines();
    await emptyInstance();
    const cut = lines.slice(0, 151);
    await expect(restore(cut)).rejects.toThrow("Line 151 of the backup is not where it ends: the file was cut");
    await emptyInstance();
    await restore(lines, 150);
    await expect(finishRestore(database(), idOf(lines), now())).rejects.toThrow(/not complete: it needs line 2\d\d /);
  });

  test.each([
    ["a table that is not there", { table: "sessions", row: {} }, "Line 2 of the backup is of a table"],
    ["no row", { table: "analysts", row: null }, "Line 2 of the backup is of a table"],
    ["nothing at all", {}, "Line 2 of the backup is of a table"],
    ["an unknown field", { table: "analysts", row: { id: "a", key: "b" } }, "Line 2 of the backup has a field"],
    [
      "values of other types",
      { table: "analysts", row: { id: {}, name: [], role: 1, createdAt: "x" } },
      "does not fit",
    ],
    ["fields left out", { table: "commits", row: { scenario: "s" } }, "does not fit"],
    ["bytes that are none", { table: "view_files", row: { viewHash: "h", part: 0, body: "%" } }, "does not fit"],
  ])("of lines that are well summed and hold %s is refused in words", async (_what, content, problem) => {
    const first = await sealLine("", { n: 1, header: { format: BACKUP_FORMAT } });
    const second = await sealLine(first.sum, { n: 2, ...content });
    const last = await sealLine(second.sum, { n: 3, end: { lines: 3 } });
    const before = await dump();
    await expect(restore([first, second, last].map(({ line }) => line))).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(problem),
    });
    expect({ ...(await dump()), restores: [] }).toEqual(before);
  });

  test("into an instance that has data is refused, and writes nothing", async () => {
    await full();
    const lines = await backupLines();
    const before = await dump();
    await expect(restore(lines)).rejects.toThrow("A backup is restored into an empty Signpost only");
    expect(await dump()).toEqual(before);
  });

  test("takes no line twice: of two at once, one goes on", async () => {
    await full();
    const lines = await backupLines();
    await emptyInstance();
    const id = idOf(lines);
    await restore(lines, 1);
    const both = await Promise.allSettled(
      [0, 1].map(() => restoreLines(database(), id, 2, lines.slice(1, 1 + AT_A_TIME))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await restore(lines);
    expect((await verifyLedgers(database(), now())).map(({ problems }) => problems)).toEqual([[]]);
  });
});
