/** Reads the text of a scenario file as the server will: by the same contract, with the line of every problem. */
import { parseScenarioFile, type Scenario, type ScenarioProblem } from "../../worker/contract/registration";
import { droppedMembers } from "../../worker/contract/scenario-dropped";
import { jsonPlaces, lineAt, startOf, type JsonPlaces } from "./json-places";

export interface FileProblem extends ScenarioProblem {
  /** Where to look in the text; null where nothing can be pointed at. */
  at: number | null;
  line: number | null;
  /** What stands there now, as JSON; null where nothing does, or too much to show. */
  found: string | null;
}

export type CheckedFile =
  | { problems: FileProblem[]; checked: null }
  | { problems: []; checked: { file: unknown; scenario: Scenario; dropped: string[] } };

/** What the server takes (`docs/scenario-file.md`). */
const MAX_BYTES = 1_000_000;
const SHOWN = 60;

export function checkFile(given: string): CheckedFile {
  const text = given.replace(/^\uFEFF/, "");
  if (text.trim() === "") return refused("Choose a file, or paste its text.");
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    return refused(`The file has ${Math.ceil(bytes / 1000)} kB; at most ${MAX_BYTES / 1000} kB can be registered.`);
  }
  const places = jsonPlaces(text);
  if (places.brokenAt !== null) {
    const message =
      "From here on this is not JSON. A comma, a quote or a bracket is missing or too many, here or just before.";
    return {
      problems: [{ field: "", message, at: places.brokenAt, line: lineAt(text, places.brokenAt), found: null }],
      checked: null,
    };
  }
  const file: unknown = JSON.parse(text);
  const doubled = places.doubled.map((field) => ({
    field,
    message: "This member is there twice, and only one can count. Remove one of them.",
  }));
  const { scenario, problems } = parseScenarioFile(file);
  const all = [...doubled, ...problems];
  if (scenario && all.length === 0) {
    return { problems: [], checked: { file, scenario, dropped: droppedMembers(file) } };
  }
  return { problems: placed(text, all, places, file), checked: null };
}

/** Problems that the server or the page found in a checked file, with their places. */
export function placeProblems(text: string, problems: readonly ScenarioProblem[]): FileProblem[] {
  return placed(text, problems, jsonPlaces(text), JSON.parse(text.replace(/^\uFEFF/, "")));
}

function refused(message: string): CheckedFile {
  return { problems: [{ field: "", message, at: null, line: null, found: null }], checked: null };
}

function placed(
  text: string,
  problems: readonly ScenarioProblem[],
  { starts }: JsonPlaces,
  file: unknown,
): FileProblem[] {
  return problems
    .map(({ field, message }) => {
      const at = startOf(starts, field);
      return { field, message, at, line: at === null ? null : lineAt(text, at), found: shownAt(file, field) };
    })
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** The value at a path, where it is short enough to show. */
function shownAt(file: unknown, path: string): string | null {
  if (path === "") return null;
  const value = (path.match(/[^.[\]]+/g) ?? []).reduce<unknown>(
    (inside, name) => (typeof inside === "object" && inside !== null ? Reflect.get(inside, name) : undefined),
    file,
  );
  const shown = value === undefined ? undefined : JSON.stringify(value);
  return shown === undefined || shown.length > SHOWN ? null : shown;
}
