import { describe, expect, test } from "vitest";
import type { ApiEvent, ApiRedaction } from "../../worker/contract/api-types";
import type { ScenarioView } from "../../worker/core/view-types";
import {
  canary,
  EVENTS,
  everyTable,
  open,
  problems,
  REASON,
  redact,
  refusal,
  SCENARIO,
  wouldRedact,
  write,
} from "./canaries";
import { api, eventBody, loadShipped } from "./harness";

const WORDS = canary("title");

/** An event that others quote: an event, its comment and its report, the month's note, an outcome, a reason and a link. */
async function quoted() {
  const { analyst, owner, viewer } = await loadShipped();
  const { ref } = await write(analyst, EVENTS, eventBody({ title: WORDS, notes: `Again: ${WORDS}` }));
  const { ref: other } = await write(
    analyst,
    EVENTS,
    eventBody({ date: "2025-11-21", notes: `See ${WORDS.toUpperCase()}.` }),
  );
  await write(analyst, `${EVENTS}/${other}/comments`, { text: `Is that ${WORDS}?` });
  await write(analyst, `${SCENARIO}/notes`, { month: "2025-11", text: `This month: ${WORDS}` });
  await write(analyst, `${SCENARIO}/propositions/C01/resolution`, {
    result: "no",
    on: "2013-01",
    sourceTitle: "A paper",
    note: `Not with ${WORDS}`,
  });
  const reason = `Compared with ${WORDS}`;
  await write(analyst, `${EVENTS}/${other}`, { location: "Lahore", reason }, { "If-Match": '"1"' }, "PATCH");
  const fields = { sources: true, monthNote: true, notes: true };
  const link = await write(analyst, `${SCENARIO}/snapshots`, { title: "For the desk", note: `On ${WORDS}`, fields });
  const revision = await headOf(viewer);
  return { keys: { analyst, owner, viewer }, ref, other, link, revision };
}

const headOf = async (key: string): Promise<number> =>
  ((await (await api("GET", SCENARIO, { key })).json()) as { revision: number }).revision;

const TITLE = { fields: ["title"] };

describe("before a redaction", () => {
  test("an owner sees every other text that repeats it, and nothing is written", async () => {
    const { keys, ref, other, link, revision } = await quoted();
    const before = await everyTable();
    const answer = await wouldRedact(keys.owner, ref, TITLE);
    expect(await everyTable()).toEqual(before);
    expect(answer).toMatchObject({ revision: null, fields: ["title"], links: 1, more: false });
    expect(answer.rewritten).toEqual([{ id: link.id, title: "For the desk" }]);
    expect(answer.places.map(({ place, state }) => [place, state])).toEqual(
      [
        [`comment:${other}\n1:text`, "kept"],
        [`commit:${revision}:reason`, "fixed"],
        [`event:${ref}:notes`, "kept"],
        [`event:${other}:notes`, "kept"],
        [`link:${link.id}:note`, "kept"],
        ["note:2025-11:text", "kept"],
        ["resolution:C01:note", "kept"],
      ].toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    );
    expect(answer.places.every(({ repeats }) => repeats.join() === "title")).toBe(true);
  });

  test("the rules of the scenario that repeat it are listed, and cannot be named", async () => {
    const { analyst, owner } = await loadShipped();
    const { claim }: ScenarioView = await (await api("GET", `${SCENARIO}/view`, { key: analyst })).json();
    const { ref } = await write(analyst, EVENTS, eventBody({ notes: claim }));
    const { places } = await wouldRedact(owner, ref, { fields: ["notes"] });
    const [rules] = places.filter(({ kind }) => kind === "registration");
    expect(rules).toMatchObject({ field: "claim", state: "fixed", repeats: ["notes"] });
    const body = { reason: REASON, fields: ["notes"], also: [rules?.place] };
    expect((await refusal(owner, ref, body))[0]).toBe(409);
  });

  test("that an event has the same place is no repetition; the same source is, a longer address is not", async () => {
    const { owner } = await loadShipped();
    const sourceUrl = "https://www.dawn.com/news/1039047";
    const { ref } = await write(
      owner,
      EVENTS,
      eventBody({ location: "Islamabad, Pakistan", sourceUrl: `${sourceUrl}/print` }),
    );
    const { events }: { events: ApiEvent[] } = await (
      await api("GET", `${SCENARIO}/events.json`, { key: owner })
    ).json();
    const [first, second] = events.filter((one) => one.sourceUrl === sourceUrl);
    const { places } = await wouldRedact(owner, first?.ref ?? "");
    expect(places.map(({ place }) => place)).toContain(`event:${second?.ref}:sourceUrl`);
    expect(places.filter(({ field, of }) => field === "location" || of.includes(ref))).toEqual([]);
  });
});

describe("a redaction with other texts", () => {
  test("takes those that are named, whole, and leaves the others", async () => {
    const { keys, ref, other, link } = await quoted();
    const also = [`event:${other}:notes`, `comment:${other}\n1:text`, "resolution:C01:note", `link:${link.id}:note`];
    const answer = await redact(keys.owner, ref, { reason: REASON, ...TITLE, also });
    const by = Map.groupBy(answer.places, ({ state }) => state);
    expect(by.get("removed")?.map(({ place }) => place)).toEqual(also.toSorted());
    expect(by.get("kept")?.map(({ place }) => place)).toEqual([`event:${ref}:notes`, "note:2025-11:text"]);

    const eventOf = async (one: string): Promise<ApiEvent> =>
      (await api("GET", `${EVENTS}/${one}`, { key: keys.viewer })).json();
    expect(await eventOf(ref)).toMatchObject({ title: "[removed]", notes: `Again: ${WORDS}` });
    expect(await eventOf(other)).toMatchObject({ notes: "", location: "Lahore", title: eventBody().title });
    const view: ScenarioView = await (await open(link.url, "/view.json")).json();
    expect(view.note?.text).toBe(`This month: ${WORDS}`);
    expect(view.propositions.find(({ id }) => id === "C01")?.outcome).toMatchObject({
      sourceTitle: "A paper",
      note: "",
    });
    const page = await (await open(link.url)).text();
    expect(page).toContain("On [removed]");
    const file = await (await open(link.url, "/events.csv")).text();
    expect(file.split("\n").find((line) => line.startsWith(`${other},`))).not.toContain("CANARY");
    expect(await problems()).toEqual([]);
  });

  test("is told in the history of each event that lost a text", async () => {
    const { keys, ref, other } = await quoted();
    const also = [`event:${other}:notes`, `comment:${other}\n1:text`];
    await redact(keys.owner, ref, { reason: REASON, ...TITLE, also });
    const fieldsOf = async (one: string): Promise<string[][]> => {
      const history = await api("GET", `${EVENTS}/${one}/history`, { key: keys.viewer });
      const { redactions }: { redactions: ApiRedaction[] } = await history.json();
      return redactions.map(({ fields }) => fields);
    };
    expect(await fieldsOf(ref)).toEqual([["title"]]);
    expect(await fieldsOf(other)).toEqual([["comments", "notes"]]);
  });

  test("refuses a place that does not repeat it, and changes nothing", async () => {
    const { keys, ref, other } = await quoted();
    const before = await everyTable();
    const body = { reason: REASON, ...TITLE, also: [`event:${other}:title`] };
    const [status, detail] = await refusal(keys.owner, ref, body);
    expect([status, detail]).toEqual([409, expect.stringContaining("Look at the list again")]);
    expect(await everyTable()).toEqual(before);
  });
});
