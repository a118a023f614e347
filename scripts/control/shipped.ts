/** Loads a shipped scenario through the routes that a user's own files take, without a socket in between. */
import type { Context } from "hono";
import { clockNow } from "../../worker/clock";
import { app as signpost } from "../../worker/app";
import type { ImportMessage } from "../../worker/contract/messages";
import { openDatabase, type Database } from "../../worker/store/database";
import { createAccessKey, ensureAnalyst, revokeAccessKey } from "../../worker/store/people";
import { loadAttestations } from "../../worker/store/statements";
import type { ControlEnv } from "./env";

/**
 * Whether a shipped scenario is complete: its attestations come last and as one commit, so one of them (also one
 * withdrawn since) says that all the rest is there.
 */
export async function isLoaded(db: Database, slug: string): Promise<boolean> {
  return (await loadAttestations(db, slug)).size > 0;
}

interface Answer {
  detail?: string;
  messages?: ImportMessage[];
  accepted?: number;
  unchanged?: number;
  attested?: number;
}

/** The request that asked for it: what the worker does after its reply belongs to it. */
type Asked = Pick<Context<{ Bindings: ControlEnv }>, "env" | "executionCtx">;

/** Posts one file with a key of the set-up's own, which is revoked right after. */
async function post(
  { env, executionCtx }: Asked,
  path: string,
  type: string,
  body: string,
): Promise<Answer & { status: number }> {
  const db = openDatabase(env.DB);
  const now = clockNow(env);
  const { id } = await ensureAnalyst(db, "Signpost set-up", "owner", now);
  const key = await createAccessKey(db, id, now, "Loading a shipped file");
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": type };
  const response = await signpost.request(
    `/api/v1/scenarios${path}`,
    { method: "POST", headers, body },
    env,
    executionCtx,
  );
  await revokeAccessKey(db, key, now);
  return { ...(await response.json<Answer>()), status: response.status };
}

function refuse({ detail, messages = [] }: Answer): never {
  const errors = messages.filter(({ level }) => level === "error");
  throw new Error([detail, ...errors.map(({ line, text }) => `Line ${line}: ${text}`)].join("\n"));
}

/** Registers the scenario, unless it is registered already. */
export async function loadScenarioFile(asked: Asked, file: string): Promise<void> {
  const answer = await post(asked, "", "application/json", file);
  if (answer.status !== 201 && answer.status !== 409) refuse(answer);
}

/** Imports the events; how many of the file are in the log now. */
export async function loadEvents(asked: Asked, slug: string, csv: string): Promise<number> {
  const answer = await post(asked, `/${slug}/import`, "text/csv", csv);
  if (answer.status !== 200) refuse(answer);
  return (answer.accepted ?? 0) + (answer.unchanged ?? 0);
}

export async function loadAttestationFile(asked: Asked, slug: string, csv: string): Promise<number> {
  const answer = await post(asked, `/${slug}/attestations`, "text/csv", csv);
  if (answer.status !== 201) refuse(answer);
  return answer.attested ?? 0;
}
