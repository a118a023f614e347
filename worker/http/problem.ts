import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DomainError, type ErrorCode } from "../core/errors";
import { databaseMessage } from "../store/database";
import type { AppContext } from "./context";

/** The one table that gives a domain code its HTTP status and its short name. */
const PROBLEMS: Record<ErrorCode, { status: ContentfulStatusCode; title: string }> = {
  invalid: { status: 422, title: "Something in the request is not right" },
  "not-found": { status: 404, title: "Not found" },
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
  // The database's own words, never Drizzle's: its message holds the parameters, and so what people typed.
  console.error(
    JSON.stringify({ requestId, error: databaseMessage(error), name: error instanceof Error ? error.name : "" }),
  );
  const detail = `Something went wrong on our side and nothing was saved. Try again; if it stays, report the id ${requestId}.`;
  return { status: 500, title: "Something went wrong", code: "internal", detail, details: {} };
}

/** RFC 9457 problem+json. */
export function respondProblem(c: AppContext, error: unknown): Response {
  const { status, title, code, detail, details } = problemOf(error, c.var.requestId);
  if (status === 401) c.header("WWW-Authenticate", "Bearer");
  const body = { type: `https://signpost.invalid/problems/${code}`, title, status, code, detail, ...details };
  return c.json(body, status, { "Content-Type": "application/problem+json" });
}
