/** Backups and restores of a deployed instance: by its API, page by page. */
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { BACKUP_TABLES } from "../../worker/core/backup";
import { sealLine } from "../../worker/store/backup-lines";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { backupPages as pages, emptyInstance, idOf, post, restoreByApi, type Page } from "./backups";
import { api, database, keyFor, loadShipped } from "./harness";
import { dump, look, share } from "./shared-links";

describe("by the API", () => {
  test("an owner reads a backup in pages and restores it into another instance, whose links open as before", async () => {
    const { owner } = await loadShipped();
    const link = await share(owner);
    const before = await (await look(link, "/view.json")).text();
    const all = await pages(owner);
    // So small that no request is long.
    expect(all.length).toBeGreaterThan(1);
    expect(all.every((lines) => lines.join("\n").length < 2_000_000)).toBe(true);
    const lines = all.flat();
    await emptyInstance();
    const key = await keyFor("owner", "Whoever deployed it");
    expect(await restoreByApi(key, lines)).toEqual({ next: lines.length + 1, done: true, status: 200 });
    expect((await verifyLedgers(database(), now())).map(({ problems }) => problems)).toEqual([[]]);
    expect(await (await look(link, "/view.json")).text()).toBe(before);
  });

  test("a whole backup is noted for the status page; one that is only compared is not", async () => {
    const { owner } = await loadShipped();
    const status = async () => (await (await api("GET", "/status", { key: owner })).json<{ backup: unknown }>()).backup;
    let after: string | null = null;
    do {
      after = (await post<Page>(owner, "/backup", { after, compare: true })).next;
    } while (after !== null);
    expect(await status()).toBeNull();
    const lines = (await pages(owner)).flat();
    const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join("")).length;
    expect(await status()).toMatchObject({ bytes });
  });

  test("what is written while it is read stays out, and the backup is whole", async () => {
    const { owner } = await loadShipped();
    const first = await post<Page>(owner, "/backup", {});
    await keyFor("viewer", "Somebody who came later");
    await api("POST", "/scenarios/pakistan-russia-2012/attestations", {
      key: owner,
      body: { month: "2025-10", note: "Three papers" },
    });
    let lines = first.lines;
    for (let { next } = first; next !== null;) {
      const page = await post<Page>(owner, "/backup", { after: next });
      expect(page.status).toBe(200);
      lines = [...lines, ...page.lines];
      ({ next } = page);
    }
    expect(lines.filter((line) => line.includes("Somebody who came later"))).toEqual([]);
    const { header } = JSON.parse(lines[0] ?? "");
    const commits = lines.map((line) => JSON.parse(line)).filter(({ table }) => table === "commits");
    expect(Math.max(...commits.map(({ row }) => row.revision))).toBe(header.heads["pakistan-russia-2012"][0]);
  });

  test("a link made by a clock that was behind, while it is read, makes the last page be refused", async () => {
    const { owner } = await loadShipped();
    let page = await post<Page>(owner, "/backup", {});
    await share(owner);
    await env.DB.prepare("UPDATE snapshots SET created_at = 1").run();
    while (page.status === 200 && page.next !== null) page = await post<Page>(owner, "/backup", { after: page.next });
    expect([page.status, page.detail]).toEqual([409, expect.stringContaining("Make the backup again.")]);
  });

  test("nobody but owners reads or restores anything", async () => {
    const { analyst, viewer } = await loadShipped();
    for (const key of [analyst, viewer]) {
      for (const path of ["/backup", "/restores", "/restores/x/lines", "/restores/x/finish"]) {
        expect([path, (await post(key, path, {})).status]).toEqual([path, 403]);
      }
    }
  });

  test("a restore where there is data is refused, and one that was not begun", async () => {
    const { owner } = await loadShipped();
    const lines = (await pages(owner)).flat();
    const before = await dump();
    const id = idOf(lines);
    const refused = await post(owner, "/restores", { id, header: lines[0] });
    expect([refused.status, refused.detail]).toEqual([409, expect.stringContaining("There is data here already.")]);
    expect((await post(owner, `/restores/${id}/lines`, { from: 2, lines: lines.slice(1, 3) })).status).toBe(404);
    expect((await post(owner, `/restores/${id}/finish`)).status).toBe(404);
    expect(await dump()).toEqual(before);
  });

  test.each([
    ["is disabled", "UPDATE analysts SET disabled_at = 1 WHERE name = 'A owner'"],
    ["may only read", "UPDATE analysts SET role = 'viewer', email = 'a@example.org' WHERE name = 'A owner'"],
    ["has the same id and is disabled", "UPDATE analysts SET disabled_at = 1, id = 'same' WHERE name = 'A owner'"],
  ])(
    "whoever restores is not locked out where their person in the backup %s, also when it is repeated",
    async (_, sql) => {
      const { owner } = await loadShipped();
      const reader = await keyFor("owner", "Another owner");
      await env.DB.prepare(sql).run();
      expect((await post(owner, "/backup", {})).status).toBeGreaterThan(400);
      const lines = (await pages(reader)).flat();
      await emptyInstance();
      const key = await keyFor("owner");
      const own = sql.includes("id =") ? "same" : "own";
      await env.DB.batch([
        env.DB.prepare("UPDATE analysts SET email = 'a@example.org', id = ?1").bind(own),
        env.DB.prepare("UPDATE access_keys SET analyst = ?1").bind(own),
      ]);
      // Stopped half-way, and gone on with.
      await restoreByApi(key, lines, 400);
      const done = { next: lines.length + 1, done: true, status: 200 };
      expect(await restoreByApi(key, lines)).toEqual(done);
      expect(await restoreByApi(key, lines)).toEqual(done);
      const { people } = await (await api("GET", "/people", { key })).json<{ people: { name: string }[] }>();
      const names = people.map(({ name }) => name.replace(/, [0-9a-f]{8}/, ""));
      expect(names.toSorted()).toEqual([
        "A analyst",
        "A owner",
        "A owner (restored here)",
        "A viewer",
        "Another owner",
      ]);
      const rows = async (): Promise<string[]> => {
        const all = (await pages(key)).flat().filter((line) => JSON.parse(line).table === "analysts");
        return all.map((line) => JSON.stringify(JSON.parse(line).row)).filter((row) => !row.includes("restored here"));
      };
      const before = lines.filter((line) => JSON.parse(line).table === "analysts");
      expect(await rows()).toEqual(before.map((line) => JSON.stringify(JSON.parse(line).row)));
    },
  );

  test("the last line says whether this instance wrote the file, another, or somebody who changed it", async () => {
    const { owner } = await loadShipped();
    const lines = (await pages(owner)).flat();
    const mac = async (file: readonly string[]): Promise<string> => {
      const body = { previous: JSON.parse(file.at(-2) ?? "").sum, line: file.at(-1) };
      return (await post<{ mac: string }>(owner, "/backup/check", body)).mac;
    };
    expect(await mac(lines)).toBe("right");
    const resummed = async (change: (content: Record<string, unknown>) => object): Promise<string[]> => {
      const made: string[] = [];
      let sum = "";
      for (const line of lines) {
        const { sum: _sum, ...content } = JSON.parse(line);
        const sealed = await sealLine(sum, change(content));
        made.push(sealed.line);
        ({ sum } = sealed);
      }
      return made;
    };
    expect(await resummed((content) => content)).toEqual(lines);
    const renamed = await resummed((content) =>
      content.table === "analysts" ? { ...content, row: { ...(content.row as object), role: "owner" } } : content,
    );
    expect(await mac(renamed)).toBe("wrong");
    expect(await mac(await resummed(({ mac: _mac, ...content }) => content))).toBe("none");
    const { LINK_SECRET } = env;
    Object.assign(env, { LINK_SECRET: env.SIGNING_KEY });
    expect(await mac(lines)).toBe("foreign");
    Object.assign(env, { LINK_SECRET });
  });

  test("nobody has this instance vouch for other lines by a place of their own making", async () => {
    const { owner } = await loadShipped();
    const { next } = await post<Page>(owner, "/backup", {});
    const place = JSON.parse(next ?? "{}");
    const end = { ...place, table: BACKUP_TABLES.length, after: null };
    for (const forged of [
      { ...place, sum: "0".repeat(64) },
      end,
      { ...place, mac: undefined },
      { ...place, line: 9 },
    ]) {
      const { status } = await post(owner, "/backup", { after: JSON.stringify(forged) });
      expect(status).toBe(422);
    }
  });

  test.each(["x", "{}", "[]", '{"at":0}', "null"])("the place %s is refused as none in a backup", async (after) => {
    const { status, detail } = await post(await keyFor("owner"), "/backup", { after });
    expect([status, detail]).toEqual([422, expect.stringContaining("Send `next` of the page before")]);
  });
});
