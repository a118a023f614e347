import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now as suiteNow } from "../clock";
import { tellWebhooks } from "../../worker/actions/tell-webhooks";
import { testWebhook } from "../../worker/actions/test-webhook";
import { writeNote } from "../../worker/actions/write-note";
import type { MadeWebhook, Webhook } from "../../worker/contract/webhook-types";
import { dayOfInstant } from "../../worker/core/days";
import { hmacHex } from "../../worker/store/hash";
import { retryFailed } from "../../worker/store/webhook-deliveries";
import { ensureAnalyst } from "../../worker/store/people";
import { api, database, loadShipped, SLUG } from "./harness";

const ROOT = `/scenarios/${SLUG}/webhooks`;
const URL_OF_HOOK = "https://hooks.example.org/signpost";
const MINUTE = 60_000;

interface Sent {
  url: string;
  headers: Headers;
  body: string;
  redirect: string | undefined;
}

/** A receiver that answers in turn with these statuses, then with 200; a text stands for an error of that name. */
function receiver(...answers: (number | string)[]) {
  const sent: Sent[] = [];
  const send = async (url: string, { headers, body, redirect }: RequestInit): Promise<Response> => {
    sent.push({ url, headers: new Headers(headers), body: String(body), redirect });
    const answer = answers.shift() ?? 200;
    if (typeof answer === "string") throw Object.assign(new Error("no"), { name: answer });
    return new Response(null, { status: answer, headers: { Location: "https://elsewhere.example.org/" } });
  };
  return { sent, send };
}

/** One run as the schedule makes it. */
function run(send: ReturnType<typeof receiver>["send"], now: number, most = 10): Promise<number> {
  return tellWebhooks(database(), { slug: SLUG, today: dayOfInstant(now), now, send, most });
}

async function add(key: string, body: object = {}): Promise<MadeWebhook> {
  const response = await api("POST", ROOT, { key, body: { url: URL_OF_HOOK, ...body } });
  expect(response.status).toBe(201);
  return response.json();
}

async function list(key: string): Promise<Webhook[]> {
  const { webhooks } = await (await api("GET", ROOT, { key })).json<{ webhooks: Webhook[] }>();
  return webhooks;
}

/** Not through the API: after a write of which the worker would itself begin to send. */
async function note(month: string, text = "Quiet."): Promise<void> {
  const db = database();
  const { id: who } = await ensureAnalyst(db, "A owner", "owner", suiteNow());
  await writeNote({ db, who, now: suiteNow() }, SLUG, month, text);
}

describe("a webhook", () => {
  test("hears of what happens after it was added, once, signed, with a body that says what and where", async () => {
    const { owner } = await loadShipped();
    await note("2025-08", "Before.");
    const { id, secret, by, kinds } = await add(owner);
    expect([by, kinds]).toEqual(["A owner", ["verdict.changed", "note.written"]]);
    const { sent, send } = receiver();
    const now = suiteNow();
    expect(await run(send, now)).toBe(0);
    await note("2025-09", "After.");
    expect(await run(send, now)).toBe(1);
    expect(await run(send, now + MINUTE)).toBe(0);
    const [only] = sent;
    expect(sent).toHaveLength(1);
    expect(only).toMatchObject({ url: URL_OF_HOOK, redirect: "manual" });
    const body: unknown = JSON.parse(only?.body ?? "");
    expect(body).toMatchObject({
      delivery: `${id}/note/2025-09/1`,
      event: "note.written",
      scenario: SLUG,
      month: "2025-09",
      title: "Note on September 2025",
      text: "After.\n\nA owner",
      page: `http://localhost/scenarios/${SLUG}`,
    });
    expect(only?.headers.get("Signpost-Event")).toBe("note.written");
    expect(only?.headers.get("Signpost-Delivery")).toBe(`${id}/note/2025-09/1`);
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(only?.headers.get("Signpost-Signature") ?? "") ?? [];
    expect(t).toBe(String(Math.floor(now / 1000)));
    expect(v1).toBe(await hmacHex(secret, `${t}.${only?.body}`));
    const [listed] = await list(owner);
    expect(listed).toMatchObject({ waiting: 0, delivered: 1, failed: 0, last: { said: "It answered 200." } });
  });

  test("hears only of the kinds that were asked for", async () => {
    const { owner } = await loadShipped();
    await add(owner, { kinds: ["verdict.changed"] });
    await note("2025-09");
    const { send } = receiver();
    expect(await run(send, suiteNow())).toBe(0);
  });

  test("is tried again after each failure, later each time, with the same delivery; then given up, and sent again by hand", async () => {
    const { owner } = await loadShipped();
    const { id } = await add(owner);
    await note("2025-09");
    const { sent, send } = receiver(500, 302, "TimeoutError", "TypeError", 404, 503);
    let now = suiteNow();
    const said: string[] = [];
    for (const wait of [0, 1, 10, 60, 360, 1440]) {
      if (wait > 0) expect(await run(send, now + wait * MINUTE - 1)).toBe(0);
      now += wait * MINUTE;
      expect(await run(send, now)).toBe(1);
      said.push((await list(owner))[0]?.last?.said ?? "");
    }
    expect(said).toEqual([
      "It answered 500.",
      "It sent us elsewhere; write the address that answers itself.",
      "It did not answer within 10 seconds.",
      "It could not be reached.",
      "It answered 404.",
      "It answered 503.",
    ]);
    expect(new Set(sent.map(({ headers }) => headers.get("Signpost-Delivery")))).toEqual(
      new Set([`${id}/note/2025-09/1`]),
    );
    expect(await run(send, now + 1e9)).toBe(0);
    expect((await list(owner))[0]).toMatchObject({ failed: 1, waiting: 0 });
    const { warnings } = await (await api("GET", "/status", { key: owner })).json<{ warnings: string[] }>();
    expect(warnings).toContain("1 message to webhooks given up: look at the scenario's webhooks, under Share.");
    await retryFailed(database(), id, now);
    expect(await run(send, now)).toBe(1);
    expect((await list(owner))[0]).toMatchObject({ failed: 0, delivered: 1 });
  });

  test("is sent each thing by one of two runs at once, and by a later one if the first broke off", async () => {
    const { owner } = await loadShipped();
    await add(owner);
    await note("2025-09");
    const { sent, send } = receiver();
    const now = suiteNow();
    await Promise.all([run(send, now), run(send, now), run(send, now)]);
    expect(sent).toHaveLength(1);
    // Claimed, and nothing came of it.
    await env.DB.prepare(
      `UPDATE webhook_deliveries SET state = 'waiting', tries = 1, next_at = ${now + MINUTE} WHERE state = 'delivered'`,
    ).run();
    expect(await run(send, now + MINUTE - 1)).toBe(0);
    expect(await run(send, now + MINUTE)).toBe(1);
  });

  test("is not sent what is no longer so when its turn comes", async () => {
    const { owner } = await loadShipped();
    await add(owner);
    await note("2025-09");
    const { sent, send } = receiver(500);
    const now = suiteNow();
    await run(send, now);
    await note("2025-09", "Another text.");
    await run(send, now + MINUTE);
    expect(sent.map(({ headers }) => headers.get("Signpost-Delivery")?.split("/").at(-1))).toEqual(["1", "2"]);
  });

  test("takes a run's share and no more: the rest waits for the next", async () => {
    const { owner } = await loadShipped();
    await add(owner);
    for (const month of ["2025-07", "2025-08", "2025-09"]) await note(month);
    const { send } = receiver();
    const now = suiteNow();
    expect(await run(send, now, 2)).toBe(2);
    expect(await run(send, now, 2)).toBe(1);
  });

  test("does not keep others waiting while it fails", async () => {
    const { owner } = await loadShipped();
    await add(owner);
    await add(owner, { url: "https://other.example.org/" });
    for (const month of ["2025-07", "2025-08", "2025-09"]) await note(month);
    const { sent, send } = receiver();
    expect(await run(send, suiteNow(), 2)).toBe(2);
    expect(new Set(sent.map(({ url }) => url)).size).toBe(2);
  });

  test("is not sent by another run what a slow run, a minute old, is just sending", async () => {
    const { owner } = await loadShipped();
    await add(owner);
    await note("2025-09");
    const other = receiver();
    const now = suiteNow();
    await run(async () => {
      await run(other.send, now + MINUTE);
      return new Response(null, { status: 200 });
    }, now);
    expect(other.sent).toEqual([]);
  });

  test("that failed and that arrived in one run shows the failure", async () => {
    const { owner } = await loadShipped();
    await add(owner);
    for (const month of ["2025-08", "2025-09"]) await note(month);
    const refusing = (url: string, { body }: RequestInit): Promise<Response> =>
      Promise.resolve(new Response(url, { status: String(body).includes("2025-09") ? 500 : 200 }));
    await run(refusing, suiteNow());
    expect((await list(owner))[0]).toMatchObject({ delivered: 1, waiting: 1, last: { said: "It answered 500." } });
  });

  test.each([1, 10])("costs a run few queries also where there are %i with a share's worth to send", async (hooks) => {
    const { owner } = await loadShipped();
    for (let i = 0; i < hooks; i += 1) await add(owner);
    for (const month of ["2024-12", "2025-01", "2025-02", "2025-03", "2025-04"]) await note(month);
    for (const month of ["2025-05", "2025-06", "2025-07", "2025-08", "2025-09"]) await note(month);
    const { send } = receiver();
    const now = suiteNow();
    // Makes the view anew after the notes; what that costs is not the webhooks' doing.
    await run(send, now, 0);
    const db = database();
    expect(await tellWebhooks(db, { slug: SLUG, today: dayOfInstant(now), now, send, most: 10 })).toBe(10);
    expect(db.usage.queries).toBeLessThan(25);
  });

  test("can be tried with a message that counts for nothing", async () => {
    const { owner } = await loadShipped();
    const { id, secret } = await add(owner);
    const { sent, send } = receiver(204);
    const now = suiteNow();
    const tried = await testWebhook({ db: database(), now }, { slug: SLUG, id, send });
    expect(tried).toEqual({ delivered: true, said: "It answered 204." });
    const t = Math.floor(now / 1000);
    const signature = `t=${t},v1=${await hmacHex(secret, `${t}.${sent[0]?.body}`)}`;
    expect(sent[0]?.headers.get("Signpost-Signature")).toBe(signature);
    expect((await list(owner))[0]?.last).toBeNull();
  });
});

describe("owners", () => {
  test("alone see and change webhooks", async () => {
    const { owner, analyst, viewer } = await loadShipped();
    const { id } = await add(owner);
    for (const key of [analyst, viewer]) {
      expect((await api("GET", ROOT, { key })).status).toBe(403);
      expect((await api("POST", ROOT, { key, body: { url: URL_OF_HOOK } })).status).toBe(403);
      for (const act of ["test", "retry"])
        expect((await api("POST", `${ROOT}/${id}/${act}`, { key })).status).toBe(403);
      expect((await api("DELETE", `${ROOT}/${id}`, { key })).status).toBe(403);
    }
  });

  test("never see the secret again", async () => {
    const { owner } = await loadShipped();
    const { secret, id } = await add(owner);
    const answers = [
      await api("GET", ROOT, { key: owner }),
      await api("POST", `${ROOT}/${id}/retry`, { key: owner }),
      await api("POST", ROOT, { key: owner, body: { url: URL_OF_HOOK } }),
      await api("DELETE", `${ROOT}/${id}`, { key: owner }),
    ];
    for (const answer of answers) expect(await answer.text()).not.toContain(secret);
  });

  test("delete one with all that waits for it", async () => {
    const { owner } = await loadShipped();
    const { id } = await add(owner);
    await note("2025-09");
    const { send } = receiver(500);
    await run(send, suiteNow());
    expect(await (await api("DELETE", `${ROOT}/${id}`, { key: owner })).json()).toEqual({ webhooks: [] });
    const left = await env.DB.prepare("SELECT count(*) AS n FROM webhook_deliveries").first<{ n: number }>();
    expect(left?.n).toBe(0);
    expect((await api("DELETE", `${ROOT}/${id}`, { key: owner })).status).toBe(404);
    expect((await api("POST", `${ROOT}/${id}/test`, { key: owner })).status).toBe(404);
  });

  test("are told what is wrong with an address, and that ten are enough", async () => {
    const { owner } = await loadShipped();
    const inside = await api("POST", ROOT, { key: owner, body: { url: "https://169.254.169.254/" } });
    expect(inside.status).toBe(422);
    expect(await inside.json()).toMatchObject({ errors: [{ field: "url" }] });
    const none = await api("POST", ROOT, { key: owner, body: { url: URL_OF_HOOK, kinds: [] } });
    expect(none.status).toBe(422);
    for (let i = 0; i < 10; i += 1) await add(owner);
    const eleventh = await api("POST", ROOT, { key: owner, body: { url: URL_OF_HOOK } });
    expect(eleventh.status).toBe(409);
    expect(await list(owner)).toHaveLength(10);
  });
});
