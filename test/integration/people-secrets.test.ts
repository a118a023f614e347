import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { PERSON_HEADER } from "../../worker/contract/page";
import type { ApiKey, ApiSession, Invited, MadeKey } from "../../worker/contract/people-types";
import { api, keyFor, ORIGIN, request } from "./harness";
import { accept, codeOf, invite, newAddress, owner, personNamed, press, withSession } from "./people-harness";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
const HOUR_MS = 3_600_000;

async function keysOf(key: string): Promise<ApiKey[]> {
  return (await (await api("GET", "/keys", { key })).json<{ keys: ApiKey[] }>()).keys;
}

async function sessionsOf(cookie: string): Promise<ApiSession[]> {
  return (await (await withSession("GET", "/sessions", cookie)).json<{ sessions: ApiSession[] }>()).sessions;
}

describe("an invitation", () => {
  test("is not used up by looking; the button accepts it once and begins a session", async () => {
    const boss = await owner();
    const invited = await invite(boss);
    expect(invited.expiresAt - now()).toBeGreaterThan(6.9 * 24 * HOUR_MS);
    expect(invited.url).toMatch(/^http:\/\/localhost\/invite\?code=[\w-]{43}$/);
    for (let look = 0; look < 3; look += 1) {
      const page = await request("GET", new URL(invited.url).pathname + new URL(invited.url).search);
      expect(page.status).toBe(200);
      expect(page.headers.get("Set-Cookie")).toBeNull();
    }
    expect((await personNamed(boss, "Newcomer")).invitedUntil).toBe(invited.expiresAt);
    const cookie = await accept(invited);
    expect((await withSession("GET", "/scenarios", cookie)).status).toBe(200);
    expect((await press("/invite", codeOf(invited))).status).toBe(401);
    expect(await personNamed(boss, "Newcomer")).toMatchObject({ invitedUntil: null, sessions: 1 });
  });

  test("is over after seven days", async () => {
    const invited = await invite(await owner());
    await env.DB.prepare("UPDATE sign_in_codes SET expires_at = ?")
      .bind(now() - 1)
      .run();
    const response = await press("/invite", codeOf(invited));
    expect(response.status).toBe(401);
    expect(await response.text()).toContain("seven days");
  });

  test("made again ends the one before", async () => {
    const boss = await owner();
    const first = await invite(boss);
    const again = await api("POST", `/people/${first.person.id}/invite`, { key: boss, body: {} });
    expect(again.status).toBe(201);
    const second = await again.json<Invited>();
    expect((await press("/invite", codeOf(first))).status).toBe(401);
    expect((await press("/invite", codeOf(second))).status).toBe(303);
  });

  test("of somebody who was disabled since opens nothing", async () => {
    const boss = await owner();
    const invited = await invite(boss);
    await env.DB.prepare("UPDATE analysts SET disabled_at = 1 WHERE id = ?").bind(invited.person.id).run();
    expect((await press("/invite", codeOf(invited))).status).toBe(401);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM sessions").first("n")).toBe(0);
  });

  test("cannot be accepted for somebody by another site", async () => {
    const invited = await invite(await owner());
    const headers = { "Sec-Fetch-Site": "cross-site" };
    expect((await press("/invite", codeOf(invited), headers)).status).toBe(403);
    expect((await press("/invite", codeOf(invited))).status).toBe(303);
  });

  test("leaves no code in the database, only its hash", async () => {
    const invited = await invite(await owner());
    const { results } = await env.DB.prepare("SELECT * FROM sign_in_codes").all();
    expect(JSON.stringify(results)).not.toContain(codeOf(invited));
  });
});

describe("sessions", () => {
  test("tell browser and system in words, and which one asks; signing in again ends the one before", async () => {
    const boss = await owner();
    const invited = await invite(boss);
    const first = await accept(invited, { "User-Agent": FIREFOX });
    const [session] = await sessionsOf(first);
    expect(session).toMatchObject({ agent: "Firefox on Linux", current: true, name: "Newcomer" });
    expect((session?.expiresAt ?? 0) - (session?.createdAt ?? 0)).toBe(30 * 24 * HOUR_MS);
    const again = await (
      await api("POST", `/people/${invited.person.id}/invite`, { key: boss, body: {} })
    ).json<Invited>();
    const second = await accept(again, { Cookie: first });
    expect(second).not.toBe(first);
    expect((await withSession("GET", "/scenarios", first)).status).toBe(401);
    expect(await sessionsOf(second)).toHaveLength(1);
  });

  test("answer no page that was made for somebody else: it must neither read nor write as who is signed in now", async () => {
    const key = await owner();
    const first = await invite(key, { name: "First", role: "analyst" });
    const second = await invite(key, { name: "Second", role: "analyst" });
    const Cookie = await accept(second);
    const asPageOf = async (person: string): Promise<number> =>
      (await api("GET", "/sessions", { headers: { Cookie, Origin: ORIGIN, [PERSON_HEADER]: person } })).status;
    expect(await asPageOf(second.person.id)).toBe(200);
    expect(await asPageOf(first.person.id)).toBe(401);
  });

  test("stay as they are where a code does not work", async () => {
    const cookie = await accept(await invite(await owner()));
    const { url } = await invite(await owner(), { name: "Late", role: "viewer" });
    await env.DB.prepare("UPDATE sign_in_codes SET expires_at = 1").run();
    for (const code of ["wrong", codeOf({ url })]) {
      expect((await press("/invite", code, { Cookie: cookie })).status).toBe(401);
    }
    expect((await withSession("GET", "/scenarios", cookie)).status).toBe(200);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM sign_in_codes").first("n")).toBe(1);
  });

  test("can be ended one by one or all but one's own; nobody ends another's, an owner does", async () => {
    const boss = await owner();
    const again = async (id: string) =>
      accept(await (await api("POST", `/people/${id}/invite`, { key: boss, body: {} })).json<Invited>());
    const invited = await invite(boss);
    const mine = [await accept(invited), await again(invited.person.id), await again(invited.person.id)] as const;
    const stranger = await accept(await invite(boss, { name: "Stranger", role: "analyst" }));
    const strangers = (await sessionsOf(stranger))[0]?.id ?? "";
    expect(await sessionsOf(mine[0])).toHaveLength(3);
    expect((await withSession("DELETE", `/sessions/${strangers}`, mine[0])).status).toBe(404);
    for (const id of [strangers.slice(0, 1), `${strangers}0`, "%25"]) {
      expect((await api("DELETE", `/sessions/${id}`, { key: boss })).status).toBe(404);
    }
    expect(await (await withSession("DELETE", "/sessions", mine[0])).json()).toEqual({ ended: 2 });
    expect((await withSession("GET", "/scenarios", mine[0])).status).toBe(200);
    expect((await withSession("GET", "/scenarios", mine[2])).status).toBe(401);
    expect((await withSession("GET", "/scenarios", stranger)).status).toBe(200);
    const all = await (await api("GET", "/sessions", { key: boss })).json<{ sessions: ApiSession[] }>();
    expect(all.sessions.map(({ name }) => name).toSorted()).toEqual(["Newcomer", "Stranger"]);
    expect((await api("DELETE", `/sessions/${strangers}`, { key: boss })).status).toBe(200);
    expect((await withSession("GET", "/scenarios", stranger)).status).toBe(401);
  });
});

describe("keys", () => {
  test("are shown once, named, listed without their secret and revoked by their owner", async () => {
    const key = await keyFor("analyst");
    const made = await (await api("POST", "/keys", { key, body: { label: " import script " } })).json<MadeKey>();
    expect(made).toMatchObject({ label: "import script", name: "A analyst", lastUsedAt: null, revokedAt: null });
    expect(made.id).toMatch(/^[0-9a-f]{16}$/);
    expect((await api("GET", "/scenarios", { key: made.key })).status).toBe(200);
    expect(await (await api("GET", "/keys", { key })).text()).not.toContain(made.key);
    const revoked = await (await api("DELETE", `/keys/${made.id}`, { key })).json<ApiKey>();
    expect(revoked.revokedAt).toBeGreaterThan(0);
    expect((await api("GET", "/scenarios", { key: made.key })).status).toBe(401);
    expect(await (await api("DELETE", `/keys/${made.id}`, { key })).json()).toEqual(revoked);
  });

  test("of others are an owner's to make and revoke, nobody else's", async () => {
    const [boss, key] = [await owner(), await keyFor("analyst")];
    const { id } = await personNamed(boss, "A owner");
    const [bosses] = (await keysOf(boss)).filter(({ name }) => name === "A owner");
    expect((await api("POST", "/keys", { key, body: { label: "x", person: id } })).status).toBe(403);
    expect((await api("DELETE", `/keys/${bosses?.id}`, { key })).status).toBe(404);
    expect((await keysOf(key)).map(({ name }) => name)).toEqual(["A analyst"]);
    const { person } = await invite(boss, { name: "Robot", role: "viewer" });
    const made = await (
      await api("POST", "/keys", { key: boss, body: { label: "reader", person: person.id } })
    ).json<MadeKey>();
    expect((await api("GET", "/people", { key: made.key })).status).toBe(403);
    expect((await api("GET", "/scenarios", { key: made.key })).status).toBe(200);
    expect((await api("DELETE", `/keys/${made.id}`, { key: boss })).status).toBe(200);
    expect((await api("POST", "/keys", { key: boss, body: { label: "x", person: "nobody" } })).status).toBe(404);
    expect((await api("POST", "/keys", { key: boss, body: { label: "" } })).status).toBe(422);
  });

  test("say when they were last used, to the hour, and one hour costs one write", async () => {
    const maker = await keyFor("analyst");
    const { key } = await (await api("POST", "/keys", { key: maker, body: { label: "script" } })).json<MadeKey>();
    expect((await keysOf(maker)).map(({ lastUsedAt }) => lastUsedAt)).toContain(null);
    await expect
      .poll(async () => (await keysOf(key)).find(({ label }) => label === "script")?.lastUsedAt)
      .toBe(now() - (now() % HOUR_MS));
    await env.DB.prepare("CREATE TRIGGER t BEFORE UPDATE ON access_keys BEGIN SELECT RAISE(ABORT, 'again'); END").run();
    expect((await api("GET", "/scenarios", { key })).status).toBe(200);
    await env.DB.prepare("DROP TRIGGER t").run();
    await env.DB.prepare("UPDATE access_keys SET last_used_at = ?").bind(HOUR_MS).run();
    await api("GET", "/scenarios", { key });
    await expect.poll(async () => (await keysOf(key))[0]?.lastUsedAt).toBeGreaterThan(HOUR_MS);
  });
});

describe("guessing", () => {
  test.each(["/sign-in", "/invite"] as const)("codes at %s is stopped before the database is asked", async (path) => {
    const invited = await invite(await owner());
    const from = { "CF-Connecting-IP": newAddress() };
    const statuses = [];
    for (let guess = 0; guess < 21; guess += 1) statuses.push((await press(path, "wrong", from)).status);
    expect(statuses[0]).toBe(401);
    expect(statuses).toContain(429);
    const stopped = await press(path, codeOf(invited), { ...from, Accept: "text/html" });
    // The window may have turned in between: then it is a success, else nothing was read.
    if (stopped.status === 429) expect(stopped.headers.get("Server-Timing")).toBeNull();
    expect((await press(path, "wrong")).status).toBe(401);
  });

  test("keys is stopped for the address, but not for a key that is known to be good", async () => {
    const key = await keyFor("analyst");
    const headers = { "CF-Connecting-IP": newAddress() };
    const guess = (n: number) => `sp_${String(n).padStart(43, "0")}`;
    expect((await api("GET", "/scenarios", { key, headers })).status).toBe(200);
    const replies = [];
    for (let n = 0; n < 25; n += 1) replies.push(await api("GET", "/scenarios", { key: guess(n), headers }));
    expect(replies[0]?.status).toBe(401);
    const last = replies.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.headers.get("Server-Timing")).toBeNull();
    expect((await api("GET", "/scenarios", { key, headers })).status).toBe(200);
    const elsewhere = { "CF-Connecting-IP": newAddress() };
    expect((await api("GET", "/scenarios", { key: guess(1), headers: elsewhere })).status).toBe(401);
  });

  test("what is no key or session at all costs no rows", async () => {
    const all: Record<string, string>[] = [
      { Authorization: "Bearer wrong" },
      { Cookie: "signpost=short", Origin: ORIGIN },
    ];
    for (const headers of all) {
      const response = await api("GET", "/scenarios", { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get("Server-Timing")).toBeNull();
    }
  });
});
