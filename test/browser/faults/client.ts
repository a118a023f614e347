import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { today } from "../../clock";
import type { TestServer } from "../harness/server";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const SCENARIO = "/api/v1/scenarios/pakistan-russia-2012";

/** What the server said; a reply that did not arrive whole is none. */
export interface Reply {
  status: number;
  text: string;
}

/** One request with a key; a text goes as CSV, anything else as JSON. Null where no whole reply came. */
export async function call(url: string, key: string, method = "GET", body?: unknown): Promise<Reply | null> {
  const isText = typeof body === "string";
  const type: Record<string, string> =
    body === undefined ? {} : { "Content-Type": isText ? "text/csv" : "application/json" };
  try {
    const answer = await fetch(url, {
      method,
      headers: { Authorization: `Bearer ${key}`, ...type },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}

/** In the month that is not over yet: no verdict of a month-end waits to be computed again, and links can be made. */
export const TODAY = today();

/** A valid event of the shipped scenario. */
export function eventNamed(title: string): Record<string, unknown> {
  return {
    date: TODAY,
    indicator: "visit",
    code: "minister_visit_held",
    title,
    sourceTitle: "A paper",
    sourceReliability: "B",
    infoCredibility: 2,
  };
}

/** `npm run verify` on the running server; fails where anything does not agree. */
export async function verify({ port, dataDir }: TestServer): Promise<string> {
  const env = { ...process.env, PORT: String(port), SIGNPOST_DATA: dataDir };
  return (await promisify(execFile)(process.execPath, ["scripts/verify.mjs"], { cwd: root, env })).stdout;
}
