import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { app } from "../../worker/app";
import { openForRequest } from "../../worker/store/database";
import { api, eventBody, loadShipped, ORIGIN, SLUG } from "./harness";
import { share } from "./shared-links";

const EVENTS = `/api/v1/scenarios/${SLUG}/events`;

interface Asked {
  /** What each session was opened with. */
  anchors: (string | undefined)[];
  inSession: number;
  /** Batches that went past the session, as those beside a reply do: never before it. */
  outside: number;
}

/** The worker's answer, and how it asked the database until then. */
async function ask(request: Request): Promise<Asked & { response: Response }> {
  const asked: Asked = { anchors: [], inSession: 0, outside: 0 };
  const counting = <T extends object>(target: T, counted: "inSession" | "outside"): T =>
    new Proxy(target, {
      get(of, property) {
        const member: unknown = Reflect.get(of, property);
        if (typeof member !== "function") return member;
        return (...given: unknown[]): unknown => {
          if (property === "batch") asked[counted] += 1;
          if (property !== "withSession") return member.apply(of, given);
          asked.anchors.push(given[0] as string | undefined);
          return counting(member.apply(of, given) as object, "inSession");
        };
      },
    });
  const later: Promise<unknown>[] = [];
  const waitUntil = (work: Promise<unknown>) => void later.push(work);
  const context = { waitUntil, passThroughOnException: () => {}, props: {} } as unknown as ExecutionContext;
  const response = await app.fetch(request, { ...env, DB: counting(env.DB, "outside") }, context);
  const soFar = { ...asked };
  await Promise.all(later);
  return { ...soFar, response };
}

const as = (key: string) => ({ Authorization: `Bearer ${key}`, "Content-Type": "application/json" });

test("a read asks in one session, and the primary first", async () => {
  const { analyst } = await loadShipped();
  const { response, ...asked } = await ask(new Request(ORIGIN + EVENTS, { headers: as(analyst) }));
  expect(response.status).toBe(200);
  expect(asked).toEqual({ anchors: ["first-primary"], inSession: expect.any(Number), outside: 0 });
  expect(asked.inSession).toBeGreaterThan(1);
});

test("a write asks the primary alone, and its writer reads it with the next request", async () => {
  const { analyst } = await loadShipped();
  const body = JSON.stringify(eventBody({ title: "Just written" }));
  const write = await ask(new Request(ORIGIN + EVENTS, { method: "POST", headers: as(analyst), body }));
  expect(write).toMatchObject({ anchors: [], inSession: 0 });
  expect(write.response.status).toBe(201);
  const read = await ask(new Request(`${ORIGIN}${EVENTS}?q=Just+written`, { headers: as(analyst) }));
  expect(await read.response.text()).toContain("Just written");
});

test("a session that begins at the primary has its bookmark then, and one that begins at it reads as much", async () => {
  await loadShipped();
  const first = env.DB.withSession("first-primary");
  expect(first.getBookmark()).toBeNull();
  await first.batch([first.prepare("UPDATE scenarios SET slug = slug")]);
  const bookmark = first.getBookmark();
  expect(bookmark).toMatch(/^[0-9a-f-]{10,}$/);
  const next = env.DB.withSession(bookmark ?? "");
  const [found] = await next.batch<{ slug: string }>([next.prepare("SELECT slug FROM scenarios")]);
  expect(found?.results).toEqual([{ slug: SLUG }]);
  expect((next.getBookmark() ?? "") >= (bookmark ?? "")).toBe(true);
});

test("a link asks the primary first each time, so that a withdrawal counts at once", async () => {
  const { analyst } = await loadShipped();
  const { id, url } = await share(analyst);
  for (const address of [url, `${url}/view.json`, `${url}/events.csv`, `${url}/embed`]) {
    const { response, anchors, inSession } = await ask(new Request(address));
    expect([address, response.status, anchors]).toEqual([address, 200, ["first-primary"]]);
    expect(inSession).toBeGreaterThan(0);
  }
  expect((await api("DELETE", `/snapshots/${id}`, { key: analyst })).status).toBeLessThan(300);
  for (const address of [url, `${url}/view.json`, `${url}/events.csv`, `${url}/embed`]) {
    const { response, anchors } = await ask(new Request(address));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(anchors).toEqual(["first-primary"]);
  }
});

test("what a request costs is counted in its session too", async () => {
  await loadShipped();
  const { d1, usage } = openForRequest(env.DB, "GET");
  await d1.batch([d1.prepare("SELECT slug FROM scenarios")]);
  expect(usage).toMatchObject({ rowsRead: 1, queries: 1 });
});
