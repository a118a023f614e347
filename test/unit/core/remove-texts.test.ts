import { describe, expect, test } from "vitest";
import { removalOf } from "../../../worker/core/redaction";
import { removeTexts } from "../../../worker/core/remove-texts";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import type { ScenarioView } from "../../../worker/core/view-types";
import { readPack } from "./read-pack";

const notes = [{ month: "2025-10", text: "A quiet month.", writtenOn: "2025-11-01", version: 1 }];
const day = { asOf: "2025-11-30", asOfReason: "today" } as const;
const view = assembleView(viewInputFromEvents({ ...readPack("scenarios/pakistan-russia-2012"), notes, ...day }));
/** In the view as a contribution, an amount and evidence at least. */
const REF = view.propositions.flatMap(({ evidence }) => evidence)[0]?.event ?? "";
const TEXTS = ["title", "sourceTitle", "sourceUrl", "notes"];

/** Every text of a view by its path, and the event that it belongs to. */
function textsOf(value: unknown, path = "", of = ""): [path: string, text: string, of: string][] {
  if (typeof value === "string") return [[path, value, of]];
  if (typeof value !== "object" || value === null) return [];
  const { ref, event } = value as { ref?: unknown; event?: unknown };
  const own = [ref, event].find((one) => typeof one === "string");
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, `${path}.${name}`, own as string | undefined));
}

const changesOf = (after: ScenarioView) => {
  const before = textsOf(view);
  return textsOf(after).flatMap(([path, text, of], at) => (text === before[at]?.[1] ? [] : [{ path, text, of }]));
};

describe("a view without removed texts", () => {
  test("loses those of the event wherever it shows it, and no text of any other", () => {
    const changes = changesOf(removeTexts(view, removalOf([{ kind: "event", subject: REF, fields: TEXTS }])));
    const shown = textsOf(view).filter(
      ([path, text, of]) => of === REF && text !== "" && /[.](title|source\w+)$/.test(path),
    );
    expect(changes.map(({ path }) => path)).toEqual(shown.map(([path]) => path));
    expect(new Set(changes.map(({ of }) => of))).toEqual(new Set([REF]));
    for (const { path, text } of changes) expect(text).toBe(path.endsWith("Url") ? "" : "[removed]");
  });

  test("keeps everything where it shows none of them", () => {
    const removal = removalOf([{ kind: "event", subject: "X-1", fields: TEXTS }]);
    expect(JSON.stringify(removeTexts(view, removal))).toBe(JSON.stringify(view));
  });

  test("keeps the title of a state, which bears the key of its indicator, from an event of that name", () => {
    const [state] = view.contributions.filter(({ id }) => id === null);
    const held = {
      ...view,
      contributions: [{ ...(state ?? view.contributions[0]), ref: "visit", id: null }],
    } as ScenarioView;
    expect(removeTexts(held, removalOf([{ kind: "event", subject: "visit", fields: TEXTS }]))).toEqual(held);
  });

  test.each([
    ["note", "2025-10", ["text"], /^[.]note[.]text$/],
    ["resolution", "C01", ["sourceTitle", "sourceUrl", "note"], /^[.]propositions[.]\d+[.]outcome[.]/],
    [
      "evidence",
      `${view.propositions.find(({ evidence }) => evidence[0]?.event === REF)?.id}\n${REF}`,
      ["rivalExplanation"],
      /rivalExplanation$/,
    ],
  ] as const)("loses the texts of a %s by whose it is", (kind, subject, fields, place) => {
    const changes = changesOf(removeTexts(view, removalOf([{ kind, subject, fields }])));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThanOrEqual(fields.length);
    for (const { path } of changes) expect(path).toMatch(place);
    expect(changesOf(removeTexts(view, removalOf([{ kind, subject: "another", fields }])))).toEqual([]);
  });
});
