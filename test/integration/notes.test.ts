import { describe, expect, test } from "vitest";
import { today } from "../clock";
import type { ApiNote } from "../../worker/contract/api-types";
import { problems, viewOf } from "./discussion";
import { api, keyFor, loadShipped, registerShipped, SLUG } from "./harness";

const NOTES = `/scenarios/${SLUG}/notes`;

async function list(key: string): Promise<ApiNote[]> {
  return (await (await api("GET", NOTES, { key })).json<{ notes: ApiNote[] }>()).notes;
}

function write(key: string, month: string, text: unknown): Promise<Response> {
  return api("POST", NOTES, { key, body: { month, text } });
}

describe("the analysts' note of a month", () => {
  test("is signed, versioned and listed newest month first", async () => {
    const { analyst: key, viewer } = await registerShipped();
    const other = await keyFor("analyst", "Somebody else");
    await write(key, "2025-10", "Quiet.\nNothing moved.");
    const first = await write(key, "2025-11", "A visit.");
    expect(first.status).toBe(201);
    expect(await first.json()).toMatchObject({ version: 1, closes: false, by: "A analyst", revision: 3 });
    const second = await write(other, "2025-11", "A visit, put off since.");
    expect(await second.json()).toMatchObject({ version: 2, by: "Somebody else" });
    expect((await list(viewer)).map(({ month, text, by }) => [month, text, by])).toEqual([
      ["2025-11", "A visit, put off since.", "Somebody else"],
      ["2025-10", "Quiet.\nNothing moved.", "A analyst"],
    ]);
    expect(await problems()).toEqual([]);
  });

  test("of the same text again is the same note", async () => {
    const { analyst: key } = await registerShipped();
    await write(key, "2025-11", "A visit.");
    const again = await write(key, "2025-11", "A visit.");
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ version: 1, revision: 2 });
    expect((await viewOf(key)).revision).toBe(2);
  });

  test("is taken back with a reason and can be written anew", async () => {
    const { analyst: key } = await registerShipped();
    await write(key, "2025-11", "A visit.");
    const remove = (reason?: string) => api("DELETE", `${NOTES}/2025-11`, { key, body: { reason } });
    expect((await remove()).status).toBe(422);
    expect((await remove("Too early")).status).toBe(200);
    expect((await remove("Again")).status).toBe(404);
    expect(await list(key)).toEqual([]);
    const anew = await write(key, "2025-11", "A visit.");
    expect(await anew.json()).toMatchObject({ version: 3 });
    expect(await problems()).toEqual([]);
  });

  test("is for months that have come, of a real calendar, in at most 2,000 characters", async () => {
    const { analyst: key } = await registerShipped();
    for (const [month, text, field] of [
      ["2999-01", "Early", "month"],
      ["2025-13", "Wrong", "month"],
      ["2025-11", "", "text"],
      ["2025-11", "x".repeat(2001), "text"],
    ] as const) {
      const response = await write(key, month, text);
      expect(response.status).toBe(422);
      expect(JSON.stringify(await response.json())).toContain(`"field":"${field}"`);
    }
    expect((await write(key, today().slice(0, 7), "So far.")).status).toBe(201);
    expect((await write(key, "2025-11", "x".repeat(2000))).status).toBe(201);
  });
});

describe("the note that a view shows", () => {
  test("is the newest up to the as-of month, as it stood at the revision", async () => {
    const { analyst: key } = await loadShipped();
    expect((await viewOf(key)).note).toBeNull();
    await write(key, "2012-10", "Lavrov came, Putin did not.");
    await write(key, "2025-11", "A visit.");
    const { revision } = await viewOf(key);
    await write(key, "2025-11", "A visit, put off since.");
    const shown = async (query: string) => (await viewOf(key, query)).note;
    expect(await shown("")).toMatchObject({ month: "2025-11", text: "A visit, put off since.", version: 2 });
    expect(await shown("?asOf=2025-11-30")).toMatchObject({ month: "2025-11", version: 2 });
    expect(await shown("?asOf=2025-10-31")).toMatchObject({ month: "2012-10", version: 1 });
    expect(await shown("?asOf=2012-09-30")).toBeNull();
    expect(await shown(`?revision=${revision}`)).toMatchObject({ month: "2025-11", text: "A visit.", version: 1 });
    await api("DELETE", `${NOTES}/2025-11`, { key, body: { reason: "Wrong month" } });
    expect(await shown("")).toMatchObject({ month: "2012-10" });
    // Readers of a link are not told who wrote it.
    expect(JSON.stringify(await shown(""))).not.toContain("analyst");
  });
});
