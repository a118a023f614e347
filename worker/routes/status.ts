import { Hono } from "hono";
import { getStatus } from "../actions/get-status";
import { GENERATOR } from "../actions/get-view";
import type { StatusPageData } from "../contract/page";
import type { Status } from "../contract/status-types";
import { warningsOf } from "../core/standing";
import { verdictLimit } from "../env";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { secretProblems } from "../http/secrets";
import { pageData } from "./pages";

const owning = requireRole("owner");

/** Looking at a page asks some forty times, and a request on the free plan may ask fifty times. */
const LOOKS = { free: 1, else: 12 };

async function statusNow(c: AppContext): Promise<Status> {
  const { db, now } = c.var;
  const standing = await getStatus(c.env, db, now, verdictLimit(c.env) > 1 ? LOOKS.else : LOOKS.free);
  const secrets = secretProblems(c.env);
  const pendingMonths = standing.scenarios.map((scenario) => scenario.pendingMonths);
  const broken = standing.scenarios.filter(({ problem }) => problem !== null).map(({ title }) => title);
  const warnings = warningsOf({ ...standing, pendingMonths, broken, secrets }, now);
  return { version: GENERATOR, at: now, warnings, ...standing, secrets };
}

/** How the instance stands, for its owners. */
export const status = new Hono<AppEnv>().get("/", owning, async (c) => c.json(await statusNow(c)));

/** The same as a page. */
export const statusPage = new Hono<AppEnv>().get("/status", owning, async (c) => {
  const page: StatusPageData = { ...(await pageData(c, "")), status: await statusNow(c) };
  const description = "How this Signpost runs: backups, links, waiting work and what it costs.";
  return renderPage(c, { file: "status", title: "Status - Signpost", description, page });
});
