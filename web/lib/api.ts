/** The API as the pages call it: JSON in and out, every failure an `ApiProblem` that says what to do. */
import { personHeader } from "./person";

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** An answer that is not a success, or no answer at all (status 0, code "offline"). */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    /** The whole problem document; a stale correction carries `current` and `yours` in it. */
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

export interface Call {
  /** Sent as JSON; a string or the bytes of a file are sent as they are, with `type`. */
  body?: unknown;
  type?: string;
  headers?: Record<string, string>;
}

/** Nothing is written where something is only read. */
const UNREACHED = "The server could not be reached. Check the connection and try again.";
/** The request may have arrived, and only its answer been lost: the browser cannot tell. */
const UNHEARD =
  "No answer came from the server, so this may or may not have been saved. What you typed is still here: check the " +
  "connection, look in another tab whether it is there, and repeat it only if it is not.";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((error) => ({
    field: textOf(error["field"], ""),
    code: textOf(error["code"], ""),
    message: textOf(error["message"], "This is not accepted."),
  }));
}

/** To a program the server says what to send; this is for people. */
const SIGNED_OUT = "You are no longer signed in. Sign in again in another tab, then repeat this here.";

async function problemOf(response: Response): Promise<ApiProblem> {
  // A proxy in between may answer with HTML: then only the status is known.
  const parsed: unknown = await response.json().catch(() => ({}));
  const body = isRecord(parsed) ? parsed : {};
  const plain = `The server answered with an error (${response.status}). Try again in a moment.`;
  return new ApiProblem(
    response.status,
    textOf(body["code"], "unknown"),
    response.status === 401 ? SIGNED_OUT : textOf(body["detail"], textOf(body["title"], plain)),
    fieldErrors(body["errors"]),
    body,
  );
}

/** Calls `/api/v1` + path and gives the parsed answer. Throws only `ApiProblem`. */
export async function api<T>(method: string, path: string, call: Call = {}): Promise<T> {
  const { body, type = "application/json", headers = {} } = call;
  const sent = body === undefined || typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body);
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      accept: "application/json",
      ...personHeader(),
      ...(sent === undefined ? {} : { "content-type": type }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
    credentials: "same-origin",
  }).catch(() => {
    throw new ApiProblem(0, "offline", method === "GET" ? UNREACHED : UNHEARD);
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json().catch(() => {
    throw new ApiProblem(response.status, "unreadable", "The server's answer could not be read. Reload the page.");
  })) as T;
}

/** Any thrown value as an `ApiProblem`, so that a page shows one kind of error. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(0, "page", error instanceof Error ? error.message : "Something went wrong on this page.");
}
