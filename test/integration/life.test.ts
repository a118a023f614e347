import { describe, expect, test } from "vitest";
import { change, EVENTS, lifeOf, log } from "./discussion";
import { api, loadShipped, registerShipped, SLUG } from "./harness";

async function threadOf(key: string, ref: string): Promise<string[]> {
  return (await lifeOf(key, ref)).thread.map((step) => step.ref);
}

describe("a thread", () => {
  test("goes back to its root and forward to every step, in order of date, from whichever step it is asked", async () => {
    const { analyst: key } = await registerShipped();
    const announced = await log(key, { date: "2025-06-01", plannedFor: "2025-09" });
    const deferred = await log(key, { date: "2025-08-20", follows: announced.ref });
    const held = await log(key, { date: "2025-11-02", follows: deferred.ref });
    const other = await log(key, { date: "2025-08-05", follows: announced.ref });
    await log(key, { date: "2025-08-06" });
    const wanted = [announced.ref, other.ref, deferred.ref, held.ref];
    for (const ref of wanted) expect(await threadOf(key, ref)).toEqual(wanted);
    await change("DELETE", key, deferred.ref, 1, { reason: "It was not" });
    const { thread } = await lifeOf(key, held.ref);
    expect(thread.map(({ ref, follows, status }) => [ref, follows, status])).toContainEqual([
      deferred.ref,
      announced.ref,
      "retracted",
    ]);
    expect(thread[0]).toMatchObject({ plannedFor: "2025-09", title: "A minister visits", indicator: "visit" });
  });

  test("of one event is that event", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key);
    expect(await threadOf(key, ref)).toEqual([ref]);
  });

  test("that follows in circles ends", async () => {
    const { analyst: key } = await registerShipped();
    const first = await log(key, { date: "2025-08-01" });
    const second = await log(key, { date: "2025-08-02", follows: first.ref });
    await change("PATCH", key, first.ref, 1, { follows: second.ref, reason: "A slip" });
    expect(await threadOf(key, first.ref)).toEqual([first.ref, second.ref]);
    await change("PATCH", key, first.ref, 2, { follows: first.ref, reason: "Another" });
    expect(await threadOf(key, second.ref)).toEqual([first.ref, second.ref]);
  });

  test("of more than a hundred steps is cut there, the nearest kept", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key, { date: "2025-01-01" });
    const events = Array.from({ length: 120 }, (_, n) => ({
      ref: `E-1${String(n).padStart(3, "0")}`,
      date: "2025-02-01",
      indicator: "visit",
      code: "minister_visit_held",
      title: `Step ${n}`,
      sourceTitle: "A paper",
      sourceReliability: "B",
      infoCredibility: 2,
      follows: n === 0 ? ref : `E-1${String(n - 1).padStart(3, "0")}`,
    }));
    const imported = await api("POST", `/scenarios/${SLUG}/import`, { key, body: { events } });
    expect(await imported.json()).toMatchObject({ accepted: 120 });
    const thread = await threadOf(key, ref);
    expect(thread).toHaveLength(100);
    expect(thread.slice(0, 2)).toEqual([ref, "E-1000"]);
  });
});

test("the life of an event names the claims that it is evidence for, and nothing that was taken back", async () => {
  const { analyst: key, viewer } = await loadShipped();
  const { evidenceFor } = await lifeOf(viewer, "PKRU-0046");
  expect(evidenceFor.length).toBeGreaterThan(0);
  const [first] = evidenceFor;
  expect(first?.question.endsWith("?")).toBe(true);
  const path = `/scenarios/${SLUG}/propositions/${first?.proposition}/evidence/PKRU-0046`;
  await api("DELETE", path, { key, body: { reason: "Test" } });
  expect((await lifeOf(viewer, "PKRU-0046")).evidenceFor).toEqual(evidenceFor.slice(1));
});

test("an event that is not there has no life", async () => {
  const { viewer: key } = await registerShipped();
  expect((await api("GET", `${EVENTS}/E-0999/life`, { key })).status).toBe(404);
  expect((await api("GET", `/scenarios/no-such/events/E-0999/life`, { key })).status).toBe(404);
});
