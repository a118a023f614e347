/** One row of the table of routes: what docs, OpenAPI and the tests of access, input and answers are made of. */
import type { GenericSchema } from "valibot";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";
/** The least that somebody must be. `nobody`: open without an account. */
export type Who = "nobody" | "viewer" | "analyst" | "owner";

export interface Answer {
  says: string;
  /** Shape of a JSON answer; without it the answer is not JSON, or has no body. */
  json?: GenericSchema;
  /** Media type where it is not JSON. */
  media?: string;
}

export interface Body {
  /** Most bytes; a larger body is 413. */
  bytes: number;
  json?: GenericSchema;
  /** What a text/csv body holds, where one is taken. */
  csv?: string;
  /** Members of a form. */
  form?: GenericSchema;
  /** May be left out. */
  optional?: true;
  /** A JSON body to begin with. */
  example?: unknown;
}

export interface ApiRoute {
  /** Unique name of what it does. */
  id: string;
  method: Method;
  /** As the worker's router writes it. */
  path: string;
  who: Who;
  group: string;
  /** One sentence. */
  says: string;
  query?: GenericSchema;
  body?: Body;
  /** Needs the version that is changed, as `If-Match`. */
  ifMatch?: true;
  answers: Readonly<Record<number, Answer>>;
  /** Statuses of refusals beside those that its method, body and role bring along. */
  refusals?: readonly number[];
  /** Shape of a refusal that says more than others. */
  problems?: Readonly<Record<number, GenericSchema>>;
}

export function answer(says: string, schema: GenericSchema): Answer {
  return { says, json: schema };
}

export function file(says: string, media: string): Answer {
  return { says, media };
}

/** Nothing but 304 to whoever has the newest. */
export const UNCHANGED: Answer = { says: "Unchanged since the ETag that was sent" };
