import { describe, expect, test } from "vitest";
import { shareEvent, shareView, type PrivateMaterial } from "../../../worker/core/shared-view";
import { DEFAULT_FIELDS, SHARED_FIELDS, type SharedField, type SharedFields } from "../../../worker/core/sharing";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import type { ScenarioView } from "../../../worker/core/view-types";
import { anEvent } from "../../factories";
import { readPack } from "./read-pack";

/** What each text is let go along by; a text that is missing here goes along always. */
const DECIDED: Record<string, SharedField[]> = {
  ".indicators[].amounts[].sourceTitle": ["sources"],
  ".indicators[].amounts[].sourceUrl": ["sources"],
  ".latestEvents[].sourceTitle": ["sources"],
  ".latestEvents[].sourceUrl": ["sources"],
  ".moves[].events[].sourceTitle": ["sources"],
  ".moves[].events[].sourceUrl": ["sources"],
  ".propositions[].outcome.sourceTitle": ["sources"],
  ".propositions[].outcome.sourceUrl": ["sources"],
  ".propositions[].outcome.note": ["notes"],
  ".propositions[].evidence[].rivalExplanation": ["notes"],
  ".propositions[].evidence[].cluster": ["notes"],
  ".note.month": ["monthNote"],
  ".note.text": ["monthNote"],
  ".note.writtenOn": ["monthNote"],
  ".note.by": ["monthNote", "names"],
  ".propositions[].forecasts[].on": ["forecasts"],
  ".propositions[].forecasts[].by": ["forecasts", "names"],
};

/** Members that hold words of the registration, of a claim or of an event's title, or that no person typed. */
const ALWAYS =
  `addedOn amountScope anchor articleCue asOf asOfReason attested author basis claim code codedOn colour criteria
  date day deadline description event facets.rank facets.step facets.with from generator grade headlineHorizon
  headlineVerdict id indicator key kind label lastCovered lastEventDate leans likelihoodRatio locator mode month on outlet
  pattern published question reading reason ref registeredOn result role schema shown shownByWalkBack slug state statement
  testedFrom testedTo title to type until variant why windowFrom windowTo word year *`.split(/\s+/);

/** Long lists, of which a few items hold every text. */
const SHORT = /months|contributions|top10|series|variants|countsByYear|latestEvents|amounts|spans|rows|evidence$/;

/** The shipped scenario with a note and forecasts, and a word of its own in the place of every text. */
function markedView(): { view: ScenarioView; material: PrivateMaterial; paths: Set<string> } {
  const notes = [{ month: "2025-10", text: "A quiet month.", writtenOn: "2025-11-01", version: 1 }];
  const day = { asOf: "2025-11-30", asOfReason: "today" } as const;
  const view = assembleView(viewInputFromEvents({ ...readPack("scenarios/pakistan-russia-2012"), notes, ...day }));
  const paths = new Set<string>();
  const mark = (value: unknown, path: string): unknown => {
    if (typeof value === "string") {
      paths.add(path);
      return `<${path}>`;
    }
    if (Array.isArray(value))
      return (SHORT.test(path) ? value.slice(0, 3) : value).map((one) => mark(one, `${path}[]`));
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value);
    return Object.fromEntries(
      members.map(([name, one]) => [name, mark(one, `${path}.${/^\d{4}/.test(name) ? "*" : name}`)]),
    );
  };
  const marked = mark(view, "") as ScenarioView;
  const forecast = {
    on: "<.propositions[].forecasts[].on>",
    probability: 0.25,
    by: "<.propositions[].forecasts[].by>",
  };
  for (const [at, claim] of marked.propositions.entries()) claim.id += at;
  const material = { noteBy: "<.note.by>", forecasts: new Map([["<.propositions[].id>0", [forecast]]]) };
  for (const path of [".note.by", ".propositions[].forecasts[].on", ".propositions[].forecasts[].by"]) paths.add(path);
  return { view: marked, material, paths };
}

const combinations: SharedFields[] = Array.from({ length: 2 ** SHARED_FIELDS.length }, (_, bits) => {
  const [sources, monthNote, notes, names, forecasts] = SHARED_FIELDS.map((_field, bit) => (bits & (1 << bit)) !== 0);
  return {
    sources: sources === true,
    monthNote: monthNote === true,
    notes: notes === true,
    names: names === true,
    forecasts: forecasts === true,
  };
});
const namesOf = (fields: SharedFields): string => SHARED_FIELDS.filter((field) => fields[field]).join(" ");

describe("of every text that a view holds", () => {
  const { view, material, paths } = markedView();

  test("somebody decided whether it goes along", () => {
    const open = [...paths].filter((path) => !(path in DECIDED));
    const undecided = open.filter((path) => !ALWAYS.some((name) => path.endsWith(`.${name}`)));
    expect(undecided).toEqual([]);
    expect(Object.keys(DECIDED).filter((path) => !paths.has(path))).toEqual([]);
  });

  test.each(combinations.map((fields) => [namesOf(fields), fields] as const))(
    "exactly what was decided goes along with [%s]",
    (_names, fields) => {
      const text = JSON.stringify(shareView(view, fields, material));
      const there = [...paths].filter((path) => text.includes(`<${path}>`));
      const expected = [...paths].filter((path) => (DECIDED[path] ?? []).every((field) => fields[field]));
      expect(there).toEqual(expected);
    },
  );
});

describe("a shared view", () => {
  const { view, material } = markedView();

  test("keeps every number and grade whatever goes along", () => {
    const numbers = ({ note: _note, propositions, ...rest }: ScenarioView): string =>
      JSON.stringify([rest, propositions.map(({ forecasts: _forecasts, ...claim }) => claim)], (_name, value) =>
        typeof value === "string" ? "" : value,
      );
    const grades = ({ latestEvents }: ScenarioView): string[] => latestEvents.map(({ grade }) => grade);
    for (const some of combinations) {
      const shared = shareView(view, some, material);
      expect(numbers(shared)).toBe(numbers(view));
      expect(grades(shared)).toEqual(grades(view));
    }
  });

  test("shares nothing more when it is shared again with more", () => {
    const none: PrivateMaterial = { noteBy: null, forecasts: new Map() };
    const all = { sources: true, monthNote: true, notes: true, names: true, forecasts: false };
    for (const some of combinations) {
      const once = JSON.stringify(shareView(view, some, material));
      const again = JSON.stringify(shareView(JSON.parse(once), all, none));
      const words = new Set([...again.matchAll(/<([^>]*)>/g)].map(([word]) => word));
      expect([...words].filter((word) => !once.includes(word))).toEqual([]);
    }
  });

  test("still says which items of evidence have one cause when it does not say which", () => {
    const claims = view.propositions.map((claim) => ({
      ...claim,
      evidence: claim.evidence.flatMap((item) => [
        { ...item, cluster: "the veto of June" },
        { ...item, cluster: null },
        { ...item, cluster: "the flood" },
        { ...item, cluster: "the veto of June" },
      ]),
    }));
    const shared = shareView({ ...view, propositions: claims }, DEFAULT_FIELDS, material);
    const clusters = shared.propositions.flatMap(({ evidence }) => evidence.slice(0, 4)).map(({ cluster }) => cluster);
    expect(clusters.slice(0, 4)).toEqual(["1", null, "2", "1"]);
  });

  test("lists no forecasts, not even none, where they do not go along", () => {
    const claim = shareView(view, DEFAULT_FIELDS, material).propositions[0];
    expect(claim).not.toHaveProperty("forecasts");
    const shared = shareView(view, { ...DEFAULT_FIELDS, forecasts: true }, material).propositions;
    expect(shared.map(({ forecasts }) => forecasts?.length)).toEqual([1, ...shared.slice(1).map(() => 0)]);
  });
});

test("an event in a shared file loses sources and notes alone", () => {
  const event = anEvent({
    sourceTitle: "s",
    sourceUrl: "https://s.example",
    quote: "q",
    notes: "n",
    scoreReason: "r",
    location: "Moscow",
  });
  for (const fields of combinations) {
    const { sourceTitle, sourceUrl, quote, notes, scoreReason, ...rest } = shareEvent(event, fields);
    expect([sourceTitle, sourceUrl, quote]).toEqual(fields.sources ? ["s", "https://s.example", "q"] : ["", "", ""]);
    expect([notes, scoreReason]).toEqual(fields.notes ? ["n", "r"] : ["", ""]);
    expect({ ...event, ...rest }).toEqual(event);
  }
});
