import { sValidator } from "@hono/standard-validator";
import type { Next, ValidationTargets } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getDotPath, safeParse, type BaseIssue, type GenericSchema, type InferOutput } from "valibot";
import { isRecord } from "../contract/schema-parts";
import { jsonFlaw } from "../contract/strict-json";
import { DomainError } from "../core/errors";
import type { AppContext } from "./context";

/** All that reading a body needs of a request. */
type Asked = Pick<AppContext, "req">;

type Issues = readonly BaseIssue<unknown>[];

/** What is wrong with each field. What was sent is not repeated. */
function fieldErrors(issues: Issues): { field: string; code: string; message: string }[] {
  return issues.map((issue) => ({ field: getDotPath(issue) ?? "", code: "invalid", message: sentenceOf(issue) }));
}

/** Our own sentence, or one in the place of the library's, which is for programmers and repeats what was sent. */
function sentenceOf({ message, received }: BaseIssue<unknown>): string {
  if (!message.startsWith("Invalid ")) return message;
  return received === "undefined" ? "This is missing. Add it." : "This is of another type than it must be.";
}

function refuse(issues: Issues): never {
  const errors = fieldErrors(issues);
  const [first] = errors;
  const where = first?.field ? `${first.field}: ` : "";
  throw new DomainError("invalid", `${where}${first?.message ?? "Check the request."}`, undefined, { errors });
}

/** The body as JSON; what cannot be read, or in more than one way, is answered as such, and never logged. */
export async function readJson(c: Asked): Promise<unknown> {
  const text = await readText(c);
  const flaw = jsonFlaw(text);
  if (flaw !== null) refuseBody(flaw);
  const body = parsed(text);
  // A list would pass for an object wherever every member may be left out.
  return isRecord(body) ? body : refuseBody("Send a JSON object, such as {}, with the members of this route.");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuseBody("The body is not valid JSON. Check quotes, commas and brackets.");
  }
}

/** The bytes of the body as UTF-8; nothing is put in the place of what is broken. */
async function readText(c: Asked): Promise<string> {
  const bytes = await c.req.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return refuseBody("The body is not UTF-8 text. Send it as UTF-8.");
  }
}

function refuseBody(message: string): never {
  throw new DomainError("invalid", message, undefined, { errors: [{ field: "", code: "invalid", message }] });
}

/**
 * Whether a request says that its body is JSON; a body of another kind is read as an empty object. Hono reads no other type
 * as JSON, so that none is read without being checked.
 */
function isJson(c: Asked): boolean {
  return /^\s*application\/([\w.-]+\+)?json\b/i.test(c.req.header("Content-Type") ?? "");
}

/** Validates a body that only some content types have. */
export function parseBody<T extends GenericSchema>(schema: T, body: unknown): InferOutput<T> {
  const result = safeParse(schema, body);
  return result.success ? result.output : refuse(result.issues);
}

/** Validates one part of a request; a failure becomes a problem that names every field. */
export function validate<T extends GenericSchema, Target extends keyof ValidationTargets>(target: Target, schema: T) {
  const check = sValidator(target, schema, (result) => {
    if (!result.success) refuse(result.error as unknown as Issues);
  });
  if (target !== "json") return check;
  const strict = async (c: Parameters<typeof check>[0], next: Next): Promise<unknown> => {
    if (isJson(c)) await readJson(c);
    return check(c, next);
  };
  return strict as typeof check;
}

/** Refuses a body above so many bytes before it is read whole. */
export function limitBody(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new DomainError(
        "too-large",
        `The body is larger than ${Math.floor(bytes / 1000)} kB. Send less at a time.`,
      );
    },
  });
}
