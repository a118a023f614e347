import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../../worker/contract/api-types";
import type { ApiKey, ApiPerson, MadeKey } from "../../worker/contract/people-types";
import { api, eventBody, keyFor, registerShipped, request, SLUG } from "./harness";
import { accept, invite, owner, peopleOf, personNamed, withSession } from "./people-harness";

const PEOPLE_WRITES: [string, string, object][] = [
  ["POST", "/people", { name: "X", role: "viewer" }],
  ["PATCH", "/people/ID", { name: "Y" }],
  ["POST", "/people/ID/invite", {}],
];
async function everything(): Promise<unknown> {
  const tables = ["analysts", "sessions", "sign_in_codes"];
  const rows = await Promise.all(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()));
  const keys = await env.DB.prepare("SELECT hash, revoked_at FROM access_keys").all();
  return [...rows, keys].map(({ results }) => results);
}

describe("who may", () => {
  test.each([
    ["viewer", 403, 403],
    ["analyst", 403, 403],
    [undefined, 401, 401],
  ] as const)("%s neither sees nor changes the people, and nothing is written", async (role, read, write) => {
    const boss = await owner();
    const { id } = await personNamed(boss, "A owner");
    const key = role === undefined ? undefined : await keyFor(role);
    const before = await everything();
    const with_ = key === undefined ? {} : { key };
    expect((await api("GET", "/people", with_)).status).toBe(read);
    for (const [method, path, body] of PEOPLE_WRITES) {
      const response = await api(method, path.replace("ID", id), { ...with_, body });
      expect([path, response.status]).toEqual([path, write]);
    }
    expect(await everything()).toEqual(before);
  });

  test("a viewer sees own keys and sessions and can end them, but makes none and ends nobody else's", async () => {
    const key = await keyFor("viewer");
    const boss = await owner();
    const { keys } = await (await api("GET", "/keys", { key })).json<{ keys: ApiKey[] }>();
    expect(keys.map(({ name }) => name)).toEqual(["A viewer"]);
    expect((await api("GET", "/sessions", { key })).status).toBe(200);
    const all = await (await api("GET", "/keys", { key: boss })).json<{ keys: ApiKey[] }>();
    const others = all.keys.find(({ name }) => name === "A owner")?.id ?? "";
    const before = await everything();
    expect((await api("POST", "/keys", { key, body: { label: "script" } })).status).toBe(403);
    expect((await api("DELETE", `/keys/${others}`, { key })).status).toBe(404);
    expect((await api("DELETE", "/sessions/0000000000000000", { key })).status).toBe(404);
    expect(await everything()).toEqual(before);
    const guest = await accept(await invite(boss, { name: "Guest", role: "viewer" }));
    const { sessions } = await (await withSession("GET", "/sessions", guest)).json<{ sessions: { id: string }[] }>();
    expect((await withSession("DELETE", `/sessions/${sessions[0]?.id}`, guest)).status).toBe(200);
    expect((await withSession("GET", "/sessions", guest)).status).toBe(401);
    expect((await api("DELETE", `/keys/${keys[0]?.id}`, { key })).status).toBe(200);
    expect((await api("GET", "/keys", { key })).status).toBe(401);
  });

  test("the page of people is the owners', the page of one's own access everybody's", async () => {
    const headers = { Accept: "text/html" };
    const [boss, analyst, viewer] = [await owner(), await keyFor("analyst"), await keyFor("viewer")];
    expect((await request("GET", "/people", { key: boss, headers })).status).toBe(200);
    for (const key of [analyst, viewer]) {
      expect((await request("GET", "/people", { key, headers })).status).toBe(403);
      expect((await request("GET", "/account", { key, headers })).status).toBe(200);
    }
    expect((await request("GET", "/account", { headers })).status).toBe(401);
  });
});

describe("a change", () => {
  test("of role counts at the person's next request", async () => {
    const boss = await owner();
    await registerShipped();
    const invited = await invite(boss, { name: "Newcomer", role: "viewer" });
    const cookie = await accept(invited);
    const log = () => withSession("POST", `/scenarios/${SLUG}/events`, cookie, eventBody());
    expect((await log()).status).toBe(403);
    const path = `/people/${invited.person.id}`;
    expect(await (await api("PATCH", path, { key: boss, body: { role: "analyst" } })).json()).toMatchObject({
      role: "analyst",
    });
    expect((await log()).status).toBe(201);
    await api("PATCH", path, { key: boss, body: { role: "viewer" } });
    expect((await log()).status).toBe(403);
  });

  test("disabling ends sessions, keys and invitations at once, and keeps the name on what was written", async () => {
    const boss = await owner();
    await registerShipped();
    const invited = await invite(boss);
    const { id } = invited.person;
    const cookie = await accept(invited);
    const logged = await (await withSession("POST", `/scenarios/${SLUG}/events`, cookie, eventBody())).json<ApiEvent>();
    const { key } = await (await withSession("POST", "/keys", cookie, { label: "script" })).json<MadeKey>();
    expect((await api("GET", "/scenarios", { key })).status).toBe(200);

    const gone = await (await api("PATCH", `/people/${id}`, { key: boss, body: { disabled: true } })).json<ApiPerson>();
    expect(gone).toMatchObject({ keys: 0, sessions: 0, invitedUntil: null });
    expect(gone.disabledAt).toBeGreaterThan(0);
    expect((await api("GET", "/scenarios", { key })).status).toBe(401);
    expect((await withSession("GET", "/scenarios", cookie)).status).toBe(401);
    expect((await api("POST", `/people/${id}/invite`, { key: boss, body: {} })).status).toBe(409);
    expect((await api("POST", "/keys", { key: boss, body: { label: "x", person: id } })).status).toBe(409);
    const event = await (await api("GET", `/scenarios/${SLUG}/events/${logged.ref}`, { key: boss })).json<ApiEvent>();
    expect(event.by).toBe("Newcomer");

    // Enabled again, they need a new way in: the old ones stay ended.
    await api("PATCH", `/people/${id}`, { key: boss, body: { disabled: false } });
    expect((await api("GET", "/scenarios", { key })).status).toBe(401);
    expect((await withSession("GET", "/scenarios", cookie)).status).toBe(401);
    expect((await api("POST", `/people/${id}/invite`, { key: boss, body: {} })).status).toBe(201);
  });

  test.each([{ role: "analyst" }, { role: "viewer" }, { disabled: true }, { role: "viewer", name: "Somebody" }])(
    "of the last owner who can get in is refused: %j",
    async (body) => {
      const boss = await owner();
      // An owner without a way in is no help, as the one who loads the shipped scenarios.
      await keyFor("owner", "Set-up");
      const setUp = await personNamed(boss, "Set-up");
      await env.DB.prepare("UPDATE access_keys SET revoked_at = 1 WHERE analyst = ?").bind(setUp.id).run();
      // Nor is one with an address alone, where Cloudflare Access does not stand before this Signpost.
      await env.DB.prepare("UPDATE analysts SET email = 'set@up.example' WHERE id = ?").bind(setUp.id).run();
      const { id } = await personNamed(boss, "A owner");
      const refused = await api("PATCH", `/people/${id}`, { key: boss, body });
      expect(refused.status).toBe(409);
      expect((await refused.json<{ detail: string }>()).detail).toContain("last owner");
      expect(await personNamed(boss, "A owner")).toMatchObject({ role: "owner", disabledAt: null });
      expect((await api("PATCH", `/people/${id}`, { key: boss, body: { name: "Renamed" } })).status).toBe(200);
      await owner("Second owner");
      expect((await api("PATCH", `/people/${id}`, { key: boss, body })).status).toBe(200);
    },
  );

  test("two owners who take the role from each other at once leave one of them", async () => {
    const [first, second] = [await owner("First"), await owner("Second")];
    const [one, other] = [await personNamed(first, "First"), await personNamed(first, "Second")];
    const demote = (key: string, id: string) => api("PATCH", `/people/${id}`, { key, body: { role: "viewer" } });
    await Promise.all([demote(first, other.id), demote(second, one.id)]);
    const { results } = await env.DB.prepare("SELECT name FROM analysts WHERE role = 'owner'").all();
    expect(results).toHaveLength(1);
  });

  test("keeps what is not named, and takes no name or address that is somebody's", async () => {
    const boss = await owner();
    await invite(boss, { name: "Ada", role: "analyst", email: " Ada@Example.org " });
    const { person } = await invite(boss, { name: "Ben", role: "analyst" });
    expect(await personNamed(boss, "Ada")).toMatchObject({ email: "ada@example.org", me: false });
    const change = async (body: object) => {
      const response = await api("PATCH", `/people/${person.id}`, { key: boss, body });
      return [response.status, await response.json<{ errors?: { field: string }[] }>()] as const;
    };
    expect(await change({ email: "ada@EXAMPLE.org" })).toMatchObject([409, { errors: [{ field: "email" }] }]);
    expect(await change({ name: "Ada" })).toMatchObject([409, { errors: [{ field: "name" }] }]);
    expect(await change({ email: "ben@example.org" })).toMatchObject([200, { name: "Ben", role: "analyst" }]);
    expect(await change({ name: "Benjamin" })).toMatchObject([200, { email: "ben@example.org" }]);
    expect(await change({ email: null })).toMatchObject([200, { name: "Benjamin", email: null }]);
    for (const body of [{}, { role: "king" }, { name: " " }, { email: "no address" }, { disabled: "yes" }]) {
      expect((await change(body))[0]).toBe(422);
    }
    expect((await api("PATCH", "/people/nobody", { key: boss, body: { name: "X" } })).status).toBe(404);
    expect((await api("POST", "/people", { key: boss, body: { name: "Ada", role: "analyst" } })).status).toBe(409);
    expect((await peopleOf(boss)).map(({ name }) => name)).toEqual(["A owner", "Ada", "Benjamin"]);
  });
});
