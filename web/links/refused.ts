/** The server's refusals, under the fields of a form about a link, or as one text that says what becomes of what was typed. */
import { asProblem } from "../lib/api";
import type { LinkProblems } from "./options";

const FIELDS: Record<string, keyof LinkProblems> = {
  title: "title",
  note: "note",
  expiresAt: "endsOn",
  viewCap: "viewCap",
};

/** `done`: what was not done, such as "No link was made." */
export function refusal(error: unknown, done: string): { by: LinkProblems; other: string } {
  const { errors, detail, status, body } = asProblem(error);
  const by: LinkProblems = {};
  const other: string[] = [];
  for (const { field, message } of errors) {
    const name = FIELDS[field];
    if (name === undefined) other.push(message);
    else by[name] ??= message;
  }
  if (errors.length === 0) other.push(detail);
  // Without an answer, and of a link that was made by an earlier request, the text says itself what stands.
  if (other.length > 0 && status !== 0 && body["made"] === undefined) other.push(done);
  return { by, other: other.join(" ") };
}
