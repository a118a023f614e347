import { sValidator } from "@hono/standard-validator";
import type { ValidationTargets } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getDotPath, safeParse, type BaseIssue, type GenericSchema, type InferOutput } from "valibot";
import { DomainError } from "../core/errors";
import type { AppContext } from "./context";

type Issues = readonly BaseIssue<unknown>[];

/** What is wrong with each field. What was sent is not repeated. */
function fieldErrors(issues: Issues): { field: string; code: string; message: string }[] {
  return issues.map((issue) => ({ field: getDotPath(issue) ?? "", code: "invalid", message: issue.message }));
}

function refuse(issues: Issues): never {
  const errors = fieldErrors(issues);
  const [first] = errors;
  const where = first?.field ? `${first.field}: ` : "";
  throw new DomainError("invalid", `${where}${first?.message ?? "Check the request."}`, undefined, { errors });
}

/** The body as JSON; what cannot be read is answered as such, and never logged. */
export async function readJson(c: AppContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new DomainError("invalid", "The body is not valid JSON. Check quotes, commas and brackets.");
  }
}

/** Validates a body that only some content types have. */
export function parseBody<T extends GenericSchema>(schema: T, body: unknown): InferOutput<T> {
  const result = safeParse(schema, body);
  return result.success ? result.output : refuse(result.issues);
}

/** Validates one part of a request; a failure becomes a problem that names every field. */
export function validate<T extends GenericSchema, Target extends keyof ValidationTargets>(target: Target, schema: T) {
  return sValidator(target, schema, (result) => {
    if (!result.success) refuse(result.error as unknown as Issues);
  });
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
