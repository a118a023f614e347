import { expect, test } from "vitest";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, eventBody, registerShipped, SLUG } from "./harness";

test("a view that is read while events are saved is of one revision, whole", async () => {
  const { analyst: key } = await registerShipped();
  const write = () => api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody() });
  const read = async () => (await api("GET", `/scenarios/${SLUG}/view`, { key })).json<ScenarioView>();
  const saves: Promise<Response>[] = [];
  const reads: Promise<ScenarioView>[] = [];
  for (let round = 0; round < 10; round += 1) {
    saves.push(write());
    reads.push(read());
  }
  await Promise.all(saves);
  for (const view of await Promise.all(reads)) {
    // Revision 1 registers; each later one adds one event.
    expect(view.eventsCounted).toBe(view.revision - 1);
    expect(view.latestEvents).toHaveLength(Math.min(20, view.revision - 1));
  }
});
