/** A write is told by the rows that it wrote itself: the database's count has those that triggers write beside them. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { countPress } from "../../worker/store/open-count";
import { isOutdated, requireStill } from "../../worker/store/database";
import { findSnapshot } from "../../worker/store/snapshots";
import { now } from "../clock";
import { api, database, keyFor, registerShipped, SLUG } from "./harness";
import { accept, invite, personNamed, withSession } from "./people-harness";
import { share } from "./shared-links";

const TABLES = ["sessions", "analysts", "snapshots", "webhooks", "access_keys", "sign_in_codes"];

describe("where each write has a trigger that writes, too", () => {
  beforeEach(async () => {
    await env.DB.prepare("CREATE TABLE noticed (said TEXT)").run();
    for (const table of TABLES) {
      for (const what of ["INSERT", "UPDATE", "DELETE"]) {
        const body = "BEGIN INSERT INTO noticed VALUES ('a'), ('b'); END";
        await env.DB.prepare(`CREATE TRIGGER ${table}_${what} AFTER ${what} ON ${table} ${body}`).run();
      }
    }
  });

  test("people are made, changed and signed in, and their sessions are counted and ended", async () => {
    const boss = await keyFor("owner");
    const invited = await invite(boss);
    const cookie = await accept(invited);
    const { id } = await personNamed(boss, "Newcomer");
    const renamed = await api("PATCH", `/people/${id}`, { key: boss, body: { name: "Somebody" } });
    expect(renamed.status).toBe(200);
    const again = await api("POST", `/people/${id}/invite`, { key: boss, body: {} });
    const other = await accept(await again.json());
    expect(await (await withSession("DELETE", "/sessions", cookie)).json()).toEqual({ ended: 1 });
    expect((await withSession("GET", "/sessions", other)).status).toBe(401);
    const { sessions } = await (await withSession("GET", "/sessions", cookie)).json<{ sessions: { id: string }[] }>();
    expect((await withSession("DELETE", `/sessions/${sessions[0]?.id}`, cookie)).status).toBe(200);
  });

  test("webhooks are added and removed, links are copied and opened", async () => {
    const { owner } = await registerShipped();
    const hooks = `/scenarios/${SLUG}/webhooks`;
    const added = await api("POST", hooks, { key: owner, body: { url: "https://hooks.example.org/a" } });
    expect(added.status).toBe(201);
    const { id } = await added.json<{ id: string }>();
    const removed = [
      await api("DELETE", `${hooks}/${id}`, { key: owner }),
      await api("DELETE", `${hooks}/${id}`, { key: owner }),
    ];
    expect(removed.map(({ ok, status }) => ok || status)).toEqual([true, 404]);
    const link = await share(owner);
    expect((await api("POST", `/snapshots/${link.id}/again`, { key: owner, body: {} })).status).toBe(201);
    const row = await findSnapshot(database(), link.id);
    expect(row && (await countPress(database(), row, now()))).toBe(true);
  });
});

describe("a guard of a batch", () => {
  const run = (condition: string, ...values: unknown[]) =>
    env.DB.batch([requireStill(env.DB, condition, ...values)]).then(
      () => "held",
      (error: unknown) => (isOutdated(error) ? "outdated" : "other"),
    );

  test("fails with a word of its own, and broken JSON is not taken for it", async () => {
    expect(await run("?1 = 1", 1)).toBe("held");
    expect(await run("?1 = 1", 2)).toBe("outdated");
    expect(await run("?1 = 1", null)).toBe("outdated");
    expect(await run("json(?1) = '{}'", "{")).toBe("other");
  });
});
