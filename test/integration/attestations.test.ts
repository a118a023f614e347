import { describe, expect, test } from "vitest";
import { now } from "../clock";
import type { ApiAttestation } from "../../worker/contract/api-types";
import { api, loadShipped, registerShipped, SLUG } from "./harness";

const PATH = `/scenarios/${SLUG}/attestations`;

async function listed(key: string): Promise<ApiAttestation[]> {
  const { attestations } = (await (await api("GET", PATH, { key })).json()) as { attestations: ApiAttestation[] };
  return attestations;
}

describe("the list of months that somebody looked at", () => {
  test("says who looked, when and where, by month", async () => {
    const { analyst, owner, viewer } = await registerShipped();
    const before = now();
    await api("POST", PATH, { key: analyst, body: { month: "2012-08", note: "Dawn" } });
    await api("POST", PATH, { key: owner, body: { month: "2012-03", note: "TASS" } });
    const list = await listed(viewer);
    expect(list).toMatchObject([
      { month: "2012-03", note: "TASS", by: "A owner", inferred: false, version: 1, revision: 3 },
      { month: "2012-08", note: "Dawn", by: "A analyst", inferred: false, version: 1, revision: 2 },
    ]);
    for (const { recordedAt } of list) expect(recordedAt).toBeGreaterThanOrEqual(before);
  });

  test("holds the newest word on a month, and none that was taken back", async () => {
    const { analyst, owner } = await registerShipped();
    await api("POST", PATH, { key: analyst, body: { month: "2012-08", note: "Dawn" } });
    await api("POST", PATH, { key: owner, body: { month: "2012-08", note: "Dawn and TASS" } });
    expect(await listed(owner)).toMatchObject([{ note: "Dawn and TASS", by: "A owner", version: 2 }]);
    await api("DELETE", `${PATH}/2012-08`, { key: owner, body: { reason: "Only half of it" } });
    expect(await listed(owner)).toEqual([]);
  });

  test("marks what was inferred when a file was made", async () => {
    const { viewer } = await loadShipped();
    const list = await listed(viewer);
    expect(list.length).toBeGreaterThan(0);
    expect(list.some(({ inferred }) => inferred)).toBe(true);
    expect(new Set(list.map(({ revision }) => revision)).size).toBe(1);
  });
});

test("a month before all figures is refused by name, one by one, in a file, and when a month is closed", async () => {
  const { analyst } = await registerShipped();
  const answers = [
    await api("POST", PATH, { key: analyst, body: { month: "1981-05", note: "Dawn" } }),
    await api("POST", PATH, {
      key: analyst,
      body: "month,note\n1981-06,x\n1981-05,x\n1000-01,x\n",
      headers: { "Content-Type": "text/csv" },
    }),
    await api("POST", `/scenarios/${SLUG}/close-month`, {
      key: analyst,
      body: { month: "1981-05", looked: "Dawn", text: "A note", freeze: false },
    }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ field: "month", message: expect.stringContaining("June 1981") }],
    });
  }
  expect(await listed(analyst)).toEqual([]);
  expect((await api("POST", PATH, { key: analyst, body: { month: "1981-06", note: "Dawn" } })).status).toBe(201);
});
