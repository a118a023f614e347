import { env } from "cloudflare:workers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { now } from "../clock";
import { AUDIENCE, badTokens, certs, claims, EMAIL, newKey, TEAM, tokenOf } from "../access-tokens";
import { api, eventBody, ORIGIN, registerShipped, SLUG } from "./harness";
import { accept, invite, owner, peopleOf, personNamed } from "./people-harness";
import { fetchWorker, settled } from "./worker";

const key = await newKey("team");
const SETTINGS = { ACCESS_TEAM: TEAM, ACCESS_AUD: AUDIENCE };

beforeAll(() => {
  // The only address that the worker itself ever asks.
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => certs(key));
});
afterAll(() => vi.restoreAllMocks());

interface Ask {
  token?: string;
  settings?: object;
  headers?: Record<string, string>;
  body?: object;
}

/** A request to a worker that stands behind Cloudflare Access. */
async function ask(
  method: string,
  path: string,
  { token, settings = SETTINGS, headers = {}, body }: Ask,
): Promise<Response> {
  const request = new Request(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { "Cf-Access-Jwt-Assertion": token }),
      ...(body && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await fetchWorker(request, { ...env, ...settings });
  await settled();
  return response;
}

const goodToken = () => tokenOf(key, claims(now()));

test("whoever Access knows by an address of ours is that person", async () => {
  const boss = await owner();
  await invite(boss, { name: "Ada", role: "analyst", email: EMAIL });
  const response = await ask("GET", "/sessions", { token: await goodToken() });
  expect(response.status).toBe(200);
  expect((await ask("GET", "/people", { token: await goodToken() })).status).toBe(403);
});

test("each bad token is refused, also beside a good session", async () => {
  const boss = await owner();
  const cookie = await accept(await invite(boss, { name: "Ada", role: "owner", email: EMAIL }));
  for (const [what, token] of await badTokens(key, now())) {
    expect([what, (await ask("GET", "/scenarios", { token })).status]).toEqual([what, 401]);
    expect([what, (await ask("GET", "/scenarios", { token, headers: { Cookie: cookie } })).status]).toEqual([
      what,
      401,
    ]);
  }
});

test.each([{}, { ACCESS_TEAM: TEAM }, { ACCESS_AUD: AUDIENCE }])(
  "with the settings %j a good token opens nothing",
  async (settings) => {
    await invite(await owner(), { name: "Ada", role: "owner", email: EMAIL });
    const token = await goodToken();
    expect((await ask("GET", "/scenarios", { token, settings })).status).toBe(401);
  },
);

test("an unknown address is told whom to ask, and nobody is made of it", async () => {
  const boss = await owner("Olga");
  for (const settings of [SETTINGS, { ...SETTINGS, ACCESS_ROLE: "owner" }, { ...SETTINGS, ACCESS_ROLE: "king" }]) {
    const response = await ask("GET", "/scenarios", { token: await goodToken(), settings });
    expect(response.status).toBe(403);
    expect((await response.json<{ detail: string }>()).detail).toContain("Olga");
  }
  expect(await peopleOf(boss)).toHaveLength(1);
});

test("with a role for unknown addresses such a person is made once", async () => {
  const boss = await owner();
  const settings = { ...SETTINGS, ACCESS_ROLE: "viewer" };
  for (let time = 0; time < 2; time += 1) {
    expect((await ask("GET", "/scenarios", { token: await goodToken(), settings })).status).toBe(200);
  }
  expect(await personNamed(boss, EMAIL)).toMatchObject({ role: "viewer", email: EMAIL });
  expect(await peopleOf(boss)).toHaveLength(2);
});

test("a disabled person is refused at the next request, whatever Access says", async () => {
  const boss = await owner();
  const { person } = await invite(boss, { name: "Ada", role: "analyst", email: EMAIL });
  const token = await goodToken();
  expect((await ask("GET", "/scenarios", { token })).status).toBe(200);
  await api("PATCH", `/people/${person.id}`, { key: boss, body: { disabled: true } });
  for (const settings of [SETTINGS, { ...SETTINGS, ACCESS_ROLE: "viewer" }]) {
    expect((await ask("GET", "/scenarios", { token, settings })).status).toBe(403);
  }
});

test("a write with a token comes from our own pages: the browser sends the token by itself", async () => {
  const { owner: boss } = await registerShipped();
  await invite(boss, { name: "Ada", role: "analyst", email: EMAIL });
  const write = async (headers: Record<string, string>) =>
    (await ask("POST", `/scenarios/${SLUG}/events`, { token: await goodToken(), headers, body: eventBody() })).status;
  expect(await write({ Origin: "https://evil.example" })).toBe(403);
  expect(await write({ Origin: "null", "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await write({})).toBe(403);
  expect(await write({ Origin: ORIGIN })).toBe(201);
});
