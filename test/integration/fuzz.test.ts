/**
 * Every route with thousands of requests made from its own schema. Whatever is sent: no error of ours, nothing written
 * with a refusal, and a refusal that names what is wrong. FUZZ_SEED and FUZZ_RUNS repeat and lengthen it (`npm run soak`).
 */
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { now } from "../clock";
import { API_TABLE, type ApiRoute } from "../../worker/contract/api-table";
import { isDescribed } from "../../worker/contract/openapi";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { flawOf } from "./check-answer";
import { casesOf, type Case } from "./fuzz-cases";
import { recordAhead, setUp, type World } from "./fuzz-world";
import { database, ORIGIN } from "./harness";
import { standOf } from "./stand";
import { fetchWorker } from "./worker";

const SEED = Number(env.FUZZ_SEED ?? 1);
const RUNS = Number(env.FUZZ_RUNS ?? 36);

const routes = API_TABLE.filter((route) => isDescribed(route) && route.id !== "registerScenario");
const groups = [...new Set(routes.map(({ group }) => group))];

test.each(groups)(
  "%s: no request fails us, writes with a refusal, or is refused without a word of what is wrong",
  async (group) => {
    const world = await setUp();
    if (group === "Months") await recordAhead();
    // What writes most comes last, so that what it needs is still there.
    const own = routes.filter((route) => route.group === group).toSorted((a, b) => rank(a) - rank(b));
    const found: string[] = [];
    for (const route of own) found.push(...(await fuzz(route, world, runsOf(route))));
    expect(found).toEqual([]);
    expect((await verifyLedgers(database(), now())).flatMap(({ problems }) => problems)).toEqual([]);
  },
  60_000 + RUNS * 3000,
);

test(
  "Registration: the same of scenario files",
  async () => {
    const world = await setUp();
    const route = API_TABLE.find(({ id }) => id === "registerScenario");
    expect(route && (await fuzz(route, world, RUNS * 2))).toEqual([]);
  },
  60_000 + RUNS * 3000,
);

function rank({ method, id }: ApiRoute): number {
  return ["GET", "POST", "PATCH", "DELETE"].indexOf(method) + (/redact|undo/i.test(id) ? 4 : 0);
}

/** What went wrong, at most three findings a route. */
async function fuzz(route: ApiRoute, world: World, count: number): Promise<string[]> {
  const found: string[] = [];
  const statuses = new Map<number, number>();
  let before = await standOf();
  for (const [i, one] of casesOf(route, world.hintsFor(route), SEED, count).entries()) {
    const response = await send(route, one, i, world.keyFor(route));
    const after = await standOf();
    const flaw = await flawIn(route, one, response, after === before ? null : `${before} became ${after}`);
    before = after;
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (flaw === null) continue;
    found.push(`${flaw} [${route.id}, seed ${SEED}, case ${i}: ${one.path} ${String(one.body).slice(0, 400)}]`);
    if (found.length === 3) return found;
  }
  return accepted(route, statuses)
    ? found
    : [...found, `${route.id}: nothing was taken: ${JSON.stringify([...statuses])}`];
}

/** These open with secrets or check sums that no generator makes. */
const NEVER_TAKEN = [
  "signIn",
  "acceptInvitation",
  "signOut",
  "endSession",
  "beginRestore",
  "restoreLines",
  "finishRestore",
  "checkBackup",
];

/** Whether some request got through: else the others showed nothing. */
function accepted({ id }: ApiRoute, statuses: ReadonlyMap<number, number>): boolean {
  return NEVER_TAKEN.includes(id) || [...statuses.keys()].some((status) => status < 400);
}

/** Without a query and a body there is little to vary. */
function runsOf({ query, body, method }: ApiRoute): number {
  if (body) return RUNS;
  return Math.ceil(RUNS * (query ? 0.75 : method === "GET" ? 0.2 : 0.4));
}

async function flawIn(route: ApiRoute, sent: Case, response: Response, written: string | null): Promise<string | null> {
  const { status } = response;
  if (status >= 500 && status !== 503) return `${status}`;
  if (status >= 400 && written !== null) return `${status} wrote: ${written}`;
  const flaw = await flawOf(route.method, sent.path, response);
  return flaw ?? (status === 422 ? unnamed(route, response) : null);
}

function send({ method }: ApiRoute, { path, body, type, ifMatch }: Case, i: number, key: string): Promise<Response> {
  // Of another address each: tries at codes are limited for each of them.
  const address = `10.0.${Math.floor(i / 250) % 250}.${i % 250}`;
  const headers = new Headers({
    Authorization: `Bearer ${key}`,
    Accept: "application/json",
    "CF-Connecting-IP": address,
  });
  if (type !== undefined) headers.set("Content-Type", type);
  if (ifMatch !== undefined) headers.set("If-Match", ifMatch);
  const sent = method === "GET" || body === undefined ? {} : { body };
  return fetchWorker(new Request(ORIGIN + path, { method, redirect: "manual", headers, ...sent }));
}

/** A refusal of what was sent names fields, or the rows of a file. */
async function unnamed(route: ApiRoute, response: Response): Promise<string | null> {
  const { errors, messages, detail } = await response.clone().json<{
    errors?: { field: string; message: string }[];
    messages?: unknown[];
    detail: string;
  }>();
  if (detail.length < 10) return "A refusal without a word";
  if (messages && messages.length > 0) return null;
  if (!errors || errors.length === 0) return `${route.id}: no field is named: ${detail}`;
  const bare = errors.find(({ message }) => message.length < 10 || /^Invalid |received/.test(message));
  return bare ? `${route.id}: not in plain words: ${bare.message}` : null;
}
