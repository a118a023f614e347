import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { errorWords } from "../core/error-words";
import { databaseTrouble } from "../core/database-trouble";
import { DomainError, type ErrorCode } from "../core/errors";
import { databaseMessage } from "../store/database";
import type { AppContext } from "./context";

/** The one table that gives a domain code its HTTP status and its short name. */
const PROBLEMS: Record<ErrorCode, { status: ContentfulStatusCode; title: string }> = {
  invalid: { status: 422, title: "Something in the request is not right" },
  "not-found": { status: 404, title: "Not found" },
  "no-such-method": { status: 405, title: "Not a method of this server" },
  conflict: { status: 409, title: "This does not fit what is there" },
  "stale-version": { status: 412, title: "Changed by somebody else in the meantime" },
  "version-required": { status: 428, title: "The version is missing" },
  "revision-taken": { status: 503, title: "Too busy at this moment" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "Not allowed" },
  "too-large": { status: 413, title: "Too large" },
  withdrawn: { status: 410, title: "Withdrawn" },
  expired: { status: 410, title: "Expired" },
  "too-many": { status: 429, title: "Too many attempts" },
  "not-configured": { status: 503, title: "Not set up" },
};

/** What is stored of one scenario does not work out: said to those who are signed in, where it is asked for. */
class ScenarioError extends Error {}

/** Reads or draws up what belongs to one scenario; what fails there is told as an error of that scenario alone. */
export async function ofScenario<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new ScenarioError("A scenario cannot be shown", { cause: error });
  }
}

export interface Problem {
  status: ContentfulStatusCode;
  title: string;
  code: string;
  detail: string;
  details: Readonly<Record<string, unknown>>;
}

/** What may be said of an error. Of an unknown one only the request's id is; the rest is in the log. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    const fields = error.field ? { errors: [{ field: error.field, code: error.code, message: error.message }] } : {};
    const details = { ...fields, ...error.details };
    return { ...PROBLEMS[error.code], code: error.code, detail: error.message, details };
  }
  if (error instanceof HTTPException && error.status < 500) {
    const detail = error.message || "The request could not be read. Check that its body is valid JSON.";
    return {
      status: error.status as ContentfulStatusCode,
      title: "Not accepted",
      code: "bad-request",
      detail,
      details: {},
    };
  }
  const cause = error instanceof ScenarioError ? error.cause : error;
  const trouble = databaseTrouble(databaseMessage(cause));
  if (trouble !== null) {
    console.error(JSON.stringify({ requestId, error: trouble }));
    return { status: 503, title: "The database fails", code: "database", detail: trouble, details: {} };
  }
  const words = errorWords(cause);
  console.error(JSON.stringify({ requestId, ...words }));
  if (error instanceof ScenarioError) {
    const detail = `This scenario cannot be shown: ${words.error}. No other scenario is affected. Tell an owner of this Signpost, who finds it under Status; the log has it under the id ${requestId}.`;
    return { status: 500, title: "This scenario has an error", code: "internal", detail, details: {} };
  }
  // Whether a write that broke off had come through is not known here: the answer of the database may have been lost.
  const detail =
    "Something went wrong on our side. If you were saving, look whether it is there, then try again; " +
    `if it stays, report the id ${requestId}.`;
  return { status: 500, title: "Something went wrong", code: "internal", detail, details: {} };
}

/** RFC 9457 problem+json, with the id under which the log has the request. */
export function respondProblem(c: AppContext, error: unknown): Response {
  const { status, title, code, detail, details } = problemOf(error, c.var.requestId);
  // Every address that is no link's answers with the same bytes: there the header alone names the request.
  const named = c.req.path.startsWith("/s/") ? {} : { requestId: c.var.requestId };
  if (status === 401) c.header("WWW-Authenticate", "Bearer");
  const type = `https://signpost.invalid/problems/${code}`;
  const body = { type, title, status, code, detail, ...named, ...details };
  return c.json(body, status, { "Content-Type": "application/problem+json" });
}
