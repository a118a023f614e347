import * as v from "valibot";
import { ScenarioFile } from "./scenario-schema";
import { isRecord } from "./schema-parts";

/** A member whose name begins so is a note to whoever edits the file. */
const NOTE = "_";

/**
 * Members of a valid scenario file that the format does not know, so that registering would drop them: most likely
 * misspelt. Notes, whose names begin with an underscore, are not among them.
 *
 * @example droppedMembers({ ...file, materialRize: 2 }) // ["materialRize"]
 */
export function droppedMembers(file: unknown): string[] {
  const { success, output } = v.safeParse(ScenarioFile, file);
  return success ? missing(file, output, "") : [];
}

function missing(given: unknown, kept: unknown, path: string): string[] {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((item, at) => missing(item, kept[at], `${path}[${at}]`));
  }
  if (!isRecord(given) || !isRecord(kept)) return [];
  return Object.keys(given).flatMap((name) => {
    const place = path === "" ? name : `${path}.${name}`;
    if (Object.hasOwn(kept, name)) return missing(given[name], kept[name], place);
    return name.startsWith(NOTE) ? [] : [place];
  });
}
