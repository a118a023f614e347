import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { MadeLink } from "../../worker/contract/link-types";
import { api, database, keyFor, registerShipped, request, SLUG } from "./harness";
import { look, rowOf, share, tokenOf } from "./shared-links";

const CORRECTIONS = `/scenarios/${SLUG}/corrections`;

/** Everything that can be done with a link: method, path for its id, body, and the answer to those who may. */
const OPERATIONS: [string, string, (id: string) => string, object | undefined, number][] = [
  ["look at", "GET", (id) => `/snapshots/${id}`, undefined, 200],
  ["see what it shows of", "GET", (id) => `/snapshots/${id}/preview`, undefined, 200],
  ["list the corrections of", "GET", () => CORRECTIONS, undefined, 200],
  ["pause", "PATCH", (id) => `/snapshots/${id}`, { paused: true }, 200],
  ["take the passphrase from", "PATCH", (id) => `/snapshots/${id}`, { passphrase: false }, 200],
  ["write a notice on", "PATCH", (id) => `/snapshots/${id}`, { notice: "A correction" }, 200],
  ["give a new address to", "POST", (id) => `/snapshots/${id}/rotate`, undefined, 200],
  ["share again", "POST", (id) => `/snapshots/${id}/again`, undefined, 201],
  ["withdraw", "DELETE", (id) => `/snapshots/${id}`, { reason: "An error" }, 200],
];

/** Who may read, and who may change: its maker and owners alone. */
const PEOPLE = [
  "owner",
  "another owner",
  "maker",
  "other analyst",
  "viewer",
  "nobody",
  "token",
  "session of the token",
];
const READERS = new Set(["owner", "another owner", "maker", "other analyst", "viewer"]);
const CHANGERS = new Set(["owner", "another owner", "maker"]);

async function everybody(): Promise<{ link: MadeLink; calls: Record<string, { key?: string; cookie?: string }> }> {
  const { owner, analyst, viewer } = await registerShipped();
  const link = await share(analyst, { passphrase: true, viewCap: 9 });
  const calls = {
    owner: { key: owner },
    "another owner": { key: await keyFor("owner", "Another owner") },
    maker: { key: analyst },
    "other analyst": { key: await keyFor("analyst", "Another analyst") },
    viewer: { key: viewer },
    nobody: {},
    token: { key: tokenOf(link) },
    "session of the token": { cookie: `signpost=${tokenOf(link)}` },
  };
  return { link, calls };
}

test.each(PEOPLE)("%s can do with somebody's link what is theirs, and nothing else", async (person) => {
  const { calls } = await everybody();
  const { key, cookie } = calls[person] ?? {};
  for (const [name, method, pathOf, body, good] of OPERATIONS) {
    const link = await share(calls["maker"]?.key ?? "", { passphrase: true, viewCap: 9 });
    const [before, count] = [await rowOf(link), await countLinks()];
    const response = await api(method, pathOf(link.id), {
      ...(key !== undefined && { key }),
      ...(body && { body }),
      headers: { Origin: "http://localhost", ...(cookie !== undefined && { Cookie: cookie }) },
    });
    const may = (method === "GET" ? READERS : CHANGERS).has(person);
    expect([name, response.status]).toEqual([name, may ? good : READERS.has(person) ? 403 : 401]);
    if (may) continue;
    expect(await rowOf(link)).toEqual(before);
    expect(await countLinks()).toBe(count);
  }
});

async function countLinks(): Promise<unknown> {
  return env.DB.prepare("SELECT count(*) AS n FROM snapshots").first("n");
}

test("a maker who is a viewer by now may look, and change nothing", async () => {
  const { analyst } = await registerShipped();
  const link = await share(analyst);
  const other = await keyFor("analyst", "Another analyst");
  await database().d1.batch([database().d1.prepare("UPDATE analysts SET role = 'viewer' WHERE name = 'A analyst'")]);
  for (const [, method, pathOf, body] of OPERATIONS) {
    const status = (await api(method, pathOf(link.id), { key: analyst, ...(body && { body }) })).status;
    expect(status).toBe(method === "GET" ? 200 : 403);
  }
  expect((await api("GET", `/snapshots/${link.id}`, { key: other })).status).toBe(200);
});

test("a link's token is no id: everywhere but under /s it is unknown", async () => {
  const { owner } = await registerShipped();
  const link = await share(owner);
  for (const [, method, pathOf, body] of OPERATIONS) {
    const path = pathOf(tokenOf(link));
    if (path === CORRECTIONS) continue;
    expect((await api(method, path, { key: owner, ...(body && { body }) })).status).toBe(404);
  }
  for (const method of ["PATCH", "DELETE", "PUT"]) {
    expect((await request(method, `/s/${tokenOf(link)}`, { key: owner })).status).toBe(404);
    expect((await request(method, `/s/${tokenOf(link)}/rotate`, { key: owner })).status).toBe(404);
  }
  expect((await look(link, "/view.json")).status).toBe(200);
});

test("who may change a link is told to each who looks", async () => {
  const { link, calls } = await everybody();
  for (const person of READERS) {
    const answer = await api("GET", `/snapshots/${link.id}`, { key: calls[person]?.key ?? "" });
    expect(await answer.json()).toMatchObject({ mayChange: CHANGERS.has(person) });
  }
});
