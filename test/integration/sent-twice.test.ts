import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ask, type Write } from "./ask-through";
import { problems } from "./canaries";
import { api, eventBody, keyFor, loadShipped, SLUG } from "./harness";
import { look, LINKS } from "./shared-links";

const SCENARIO = `/api/v1/scenarios/${SLUG}`;
const HEAD = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility\n";
const FILE = `${HEAD},2025-11-03,visit,minister_visit_held,One,A paper,B,2\n,2025-11-04,visit,minister_visit_held,Two,A paper,B,2\n`;
const clientId = "4b7a3f64-35e1-4a3e-9f0e-0d9c64c1a0f1";

const sendFile = (id: string, query = ""): Write => ({ path: `${SCENARIO}/import?clientId=${id}${query}`, body: FILE });
const sendLink = (id: string): Write => ({ path: `/api/v1${LINKS}`, body: { title: "For the paper", clientId: id } });
const send = (key: string, write: Write): Promise<Response> =>
  ask(key, write, (statements) => env.DB.batch(statements));

/** Sends it until it is written, and loses the answer of the database each time. */
async function losingAnswers(key: string, write: Write, isWritten: () => Promise<boolean>): Promise<void> {
  vi.spyOn(console, "error").mockImplementation(() => {});
  for (let at = 0; !(await isWritten()); at += 1) {
    let seen = 0;
    const answer = await ask(key, write, async (statements) => {
      const results = await env.DB.batch(statements);
      seen += 1;
      if (seen === at + 1) throw new Error("D1_ERROR: Network connection lost.");
      return results;
    });
    await answer.text();
  }
}

async function revision(key: string): Promise<number> {
  return (await (await api("GET", `/scenarios/${SLUG}`, { key })).json<{ revision: number }>()).revision;
}

async function links(): Promise<string[]> {
  const { results } = await env.DB.prepare("SELECT id FROM snapshots").all<{ id: string }>();
  return results.map(({ id }) => id);
}

afterEach(() => vi.restoreAllMocks());

describe("a file with a clientId", () => {
  test("whose answer was lost is imported once when it is sent again, and the repeat says where it is", async () => {
    const { analyst: key } = await loadShipped();
    const head = await revision(key);
    await losingAnswers(key, sendFile(clientId), async () => (await revision(key)) > head);
    const again = await send(key, sendFile(clientId));
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: "conflict", revision: head + 1 });
    expect(await revision(key)).toBe(head + 1);
    expect(await problems()).toEqual([]);
  });

  test("is the same in capitals, for a file, an event and a link", async () => {
    const { analyst: key } = await loadShipped();
    const capitals = clientId.toUpperCase();
    expect((await send(key, sendFile(capitals))).status).toBe(200);
    expect((await send(key, sendFile(clientId))).status).toBe(409);
    const ids = { small: "9c1f5a52-8d0e-4c38-a7ab-5b1f6f0e2d11", capitals: "9C1F5A52-8D0E-4C38-A7AB-5B1F6F0E2D11" };
    const event = (id: string) => api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody({ clientId: id }) });
    expect([(await event(ids.small)).status, (await event(ids.capitals)).status]).toEqual([201, 200]);
    expect([(await send(key, sendLink(ids.capitals))).status, (await send(key, sendLink(ids.small))).status]).toEqual([
      201, 409,
    ]);
  });

  test("that is sent twice at once is imported once", async () => {
    const { analyst: key } = await loadShipped();
    const head = await revision(key);
    const answers = await Promise.all([send(key, sendFile(clientId)), send(key, sendFile(clientId))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await revision(key)).toBe(head + 1);
  });

  test("can be tried first, and another file goes in with another one", async () => {
    const { analyst: key } = await loadShipped();
    const queries = [[clientId, "&dryRun=1"], [clientId], [clientId, "&dryRun=1"]] as const;
    for (const [id, query] of queries) expect((await send(key, sendFile(id, query))).status).toBe(200);
    expect((await send(key, sendFile(crypto.randomUUID()))).status).toBe(200);
  });

  test("names the commit that it made also after its first event was corrected", async () => {
    const { analyst: key } = await loadShipped();
    expect((await send(key, sendFile(clientId))).status).toBe(200);
    const made = await revision(key);
    const { events } = await (
      await api("GET", `/scenarios/${SLUG}/events`, { key })
    ).json<{
      events: { ref: string; title: string }[];
    }>();
    const { ref } = events.find(({ title }) => title === "One") ?? { ref: "" };
    const correction = await api("PATCH", `/scenarios/${SLUG}/events/${ref}`, {
      key,
      body: { title: "Another title", reason: "Better" },
      headers: { "If-Match": '"1"' },
    });
    expect(correction.status).toBe(200);
    expect(await (await send(key, sendFile(clientId))).json()).toMatchObject({ revision: made });
  });

  test("is refused in words where that is no UUID", async () => {
    const { analyst: key } = await loadShipped();
    const answer = await send(key, sendFile("7"));
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("Write a UUID")]);
  });
});

describe("a link with a clientId", () => {
  test("whose answer was lost is made once when it is sent again, and the repeat names it", async () => {
    const { analyst: key } = await loadShipped();
    await losingAnswers(key, sendLink(clientId), async () => (await links()).length > 0);
    const again = await api("POST", LINKS, { key, body: { title: "For the paper", clientId } });
    const [made] = await links();
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: "conflict", made });
    expect(await links()).toEqual([made]);
    // Its address is gone for good: a new one opens it.
    const rotated = await api("POST", `/snapshots/${made}/rotate`, { key });
    expect((await look(await rotated.json<{ url: string }>())).status).toBe(200);
    expect(await problems()).toEqual([]);
  });

  test("that is asked for twice at once is made once", async () => {
    const { analyst: key } = await loadShipped();
    const answers = await Promise.all([send(key, sendLink(clientId)), send(key, sendLink(clientId))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await links()).toHaveLength(1);
  });

  test("is not in the way of anybody else's, or of another one", async () => {
    const { analyst: key } = await loadShipped();
    const other = await keyFor("analyst", "Somebody else");
    const asked = [
      [key, clientId],
      [other, clientId],
      [key, crypto.randomUUID()],
    ] as const;
    for (const [who, id] of asked) expect((await send(who, sendLink(id))).status).toBe(201);
    expect(new Set(await links()).size).toBe(3);
  });
});

test("an event keeps its clientId from a file that comes with the same", async () => {
  const { analyst: key } = await loadShipped();
  expect((await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody({ clientId }) })).status).toBe(201);
  const head = await revision(key);
  expect((await send(key, sendFile(clientId))).status).toBe(409);
  expect(await revision(key)).toBe(head);
});
