import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import { registerScenario } from "../actions/register-scenario";
import { parseScenarioFile } from "../contract/registration";
import { spanProblem } from "../contract/registration-span";
import { ConfirmQuery } from "../contract/requests";
import { dayOfInstant, isFuture, latestDay } from "../core/days";
import { DomainError } from "../core/errors";
import type { Proposition, Registration } from "../core/types";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, readJson, validate } from "../http/validate";
import type { Database } from "../store/database";
import { findScenario, listScenarios, type ScenarioSummary } from "../store/scenarios";
import { contextOf } from "./action-context";
import { catchUp } from "./catch-up";

const MAX_SCENARIO_BYTES = 1_000_000;

function summary({ slug, registration, revision, headHash }: ScenarioSummary) {
  if (registration === null) return [];
  const { title, version, claim, mode, registeredOn } = registration;
  return { slug, title, version, claim, mode, registeredOn, revision, headHash };
}

function whole(registration: Registration, revision: number, headHash: string) {
  return { ...registration, revision, headHash };
}

/** A scenario file that cannot be registered is answered with every field at fault. */
function parse(body: unknown) {
  const { scenario, problems } = parseScenarioFile(body);
  if (scenario) return scenario;
  const errors = problems.map(({ field, message }) => ({ field, code: "invalid", message }));
  const [first] = problems;
  const detail = `The scenario file has ${problems.length} problems; the first is at ${first?.field}: ${first?.message}`;
  throw new DomainError("invalid", detail, undefined, { errors });
}

/** A registration cannot be taken back, so one whose day is most likely not meant is asked about. */
function askDay({ registeredOn }: Registration, now: number): void {
  if (!isFuture(registeredOn, latestDay(now))) return;
  const what = `${registeredOn} has not come yet: until then there is an index and no verdict.`;
  const message = `${what} Is the day right? It is frozen with the rest; if it is right, register with confirmDate=1.`;
  throw new DomainError("invalid", message, undefined, {
    errors: [{ field: "registeredOn", code: "unlikely-date", message }],
  });
}

/** What reaches too far back would keep every page of the scenario waiting, for good. */
function requireSpan(registration: Registration, propositions: readonly Proposition[], now: number): void {
  const problem = spanProblem(registration, propositions, dayOfInstant(now));
  if (problem === null) return;
  const { field, message } = problem;
  throw new DomainError("invalid", `${field}: ${message}`, undefined, {
    errors: [{ field, code: "invalid", message }],
  });
}

/**
 * A registration is never edited. A file with a higher version than the one registered is registered beside it, under an
 * address of its own; the old one stays readable.
 */
async function asNewVersion(db: Database, registration: Registration): Promise<Registration> {
  const { slug, version } = registration;
  const current = await findScenario(db, slug);
  if (!current || version <= current.registration.version) return registration;
  return { ...registration, slug: `${slug}-v${version}` };
}

export const scenarios = new Hono<AppEnv>()
  .get("/", async (c) => c.json({ scenarios: (await listScenarios(c.var.db)).flatMap(summary) }))

  .post("/", requireRole("owner"), limitBody(MAX_SCENARIO_BYTES), validate("query", ConfirmQuery), async (c) => {
    const { registration: filed, propositions, evidence, outcomes } = parse(await readJson(c));
    requireSpan(filed, propositions, c.var.now);
    if (!c.req.valid("query").confirmDate) askDay(filed, c.var.now);
    const claims = propositions.map((proposition) => ({
      proposition,
      outcome: outcomes[proposition.id] ?? null,
      evidence: evidence[proposition.id] ?? [],
    }));
    const { db } = c.var;
    const registration = await asNewVersion(db, filed);
    await registerScenario(contextOf(c), registration, claims);
    // A forecast that began before today has month-ends behind it: its first page must not open with them pending.
    await catchUp(c, registration.slug);
    const { head } = await requireScenario(db, registration.slug);
    return c.json(whole(registration, head.revision, head.hash), 201);
  })

  .get("/:slug", async (c) => {
    const { registration, head } = await requireScenario(c.var.db, c.req.param("slug"));
    return c.json(whole(registration, head.revision, head.hash));
  });
