import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import { registerScenario } from "../actions/register-scenario";
import { parseScenarioFile } from "../contract/registration";
import { DomainError } from "../core/errors";
import type { Registration } from "../core/types";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, readJson } from "../http/validate";
import type { Database } from "../store/database";
import { findScenario, listScenarios, type ScenarioSummary } from "../store/scenarios";
import { contextOf } from "./action-context";
import { catchUp } from "./catch-up";

const MAX_SCENARIO_BYTES = 1_000_000;

function summary({ slug, registration, revision, headHash }: ScenarioSummary) {
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
  .get("/", async (c) => c.json({ scenarios: (await listScenarios(c.var.db)).map(summary) }))

  .post("/", requireRole("owner"), limitBody(MAX_SCENARIO_BYTES), async (c) => {
    const { registration: filed, propositions, evidence, outcomes } = parse(await readJson(c));
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
