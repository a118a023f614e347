import { Hono } from "hono";
import { clockNow } from "./clock";
import { requirePrincipal } from "./http/authenticate";
import type { AppContext, AppEnv } from "./http/context";
import { countRequests } from "./http/count-requests";
import { compressLocally, keepPrivate, protectBrowser, reportUsage } from "./http/headers";
import { logRequests } from "./http/log";
import { refuseOddMethods } from "./http/methods";
import { problemOf, respondProblem } from "./http/problem";
import { renderPage } from "./http/page";
import { requireSecrets } from "./http/secrets";
import { DomainError } from "./core/errors";
import { apiPage } from "./routes/api-page";
import { attestationReads } from "./routes/attestation-reads";
import { attestations } from "./routes/attestations";
import { backup, restores } from "./routes/backup";
import { catchUpAfterWrite } from "./routes/catch-up";
import { monthClosing } from "./routes/close-month";
import { discussion } from "./routes/discussion";
import { eventChanges } from "./routes/event-changes";
import { eventExports } from "./routes/event-exports";
import { events } from "./routes/events";
import { feeds } from "./routes/feeds";
import { imports } from "./routes/import";
import { invite } from "./routes/invite";
import { keys } from "./routes/keys";
import { ledger } from "./routes/ledger";
import { linkCorrections } from "./routes/link-corrections";
import { snapshots } from "./routes/link-life";
import { lookups } from "./routes/lookups";
import { openApiRoute } from "./routes/openapi";
import { pages } from "./routes/pages";
import { people } from "./routes/people";
import { peoplePages } from "./routes/people-pages";
import { propositionReads } from "./routes/proposition-reads";
import { propositions } from "./routes/propositions";
import { routine } from "./routes/routine";
import { redactions } from "./routes/redactions";
import { saidMonths } from "./routes/said-months";
import { scenarios } from "./routes/scenarios";
import { sessions } from "./routes/sessions";
import { shared } from "./routes/shared";
import { signIn, signInPage, signOut } from "./routes/sign-in";
import { signingKeys } from "./routes/signing-keys";
import { settle } from "./routes/settle";
import { scenarioSnapshots } from "./routes/snapshots";
import { stagedImports } from "./routes/staged-imports";
import { status, statusPage } from "./routes/status";
import { tellAfterWrite } from "./routes/tell";
import { undo } from "./routes/undo";
import { views } from "./routes/views";
import { webhooks } from "./routes/webhooks";
import { openForRequest } from "./store/database";
import { randomHex } from "./store/hash";

/** Everything that answers in the API, behind one check of who asks. */
const api = new Hono<AppEnv>()
  .use(requirePrincipal)
  // Before the catching up: what people say of an event moves no verdict.
  .route("/scenarios", discussion)
  // Before the telling: adding, testing or deleting a webhook is no news, and a block of verdicts is none before the last.
  .route("/scenarios", webhooks)
  .route("/scenarios", settle)
  // Before the catching up, so that it is told of what that finds.
  .use("/scenarios/:slug/*", tellAfterWrite)
  .use("/scenarios/:slug/events/*", catchUpAfterWrite)
  .use("/scenarios/:slug/import", catchUpAfterWrite)
  .use("/scenarios/:slug/imports/:id/commit", catchUpAfterWrite)
  .use("/scenarios/:slug/attestations/*", catchUpAfterWrite)
  .use("/scenarios/:slug/undo", catchUpAfterWrite)
  .route("/scenarios", scenarios)
  .route("/scenarios", views)
  .route("/scenarios", eventExports)
  .route("/scenarios", events)
  .route("/scenarios", lookups)
  .route("/scenarios", eventChanges)
  .route("/scenarios", undo)
  .route("/scenarios", redactions)
  .route("/scenarios", imports)
  .route("/scenarios", stagedImports)
  .route("/scenarios", attestations)
  .route("/scenarios", attestationReads)
  .route("/scenarios", propositions)
  .route("/scenarios", propositionReads)
  .route("/scenarios", ledger)
  .route("/scenarios", feeds)
  .route("/scenarios", routine)
  .route("/scenarios", monthClosing)
  .route("/scenarios", saidMonths)
  .route("/scenarios", scenarioSnapshots)
  .route("/scenarios", linkCorrections)
  .route("/snapshots", snapshots)
  .route("/people", people)
  .route("/keys", keys)
  .route("/sessions", sessions)
  .route("/status", status)
  .route("/backup", backup)
  .route("/restores", restores)
  .all("*", notFound);

export const app = new Hono<AppEnv>()
  .use(async (c, next) => {
    c.set("requestId", randomHex(8));
    c.set("now", clockNow(c.env));
    c.set("principal", null);
    c.set("db", openForRequest(c.env.DB, c.req.method));
    await next();
  })
  .use(logRequests)
  .use(compressLocally, protectBrowser, keepPrivate, reportUsage, refuseOddMethods, requireSecrets, countRequests)
  // Open to nobody in particular: these, and nothing after them.
  .get("/healthz", (c) => c.json({ status: "ok" }))
  .get("/assets/*", asset)
  .get("/icon.svg", asset)
  .route("/s", shared)
  .route("/sign-in", signIn)
  .route("/invite", invite)
  .route("/sign-out", signOut)
  .route("/api/v1/signing-keys", signingKeys)
  .route("/api/v1/openapi.json", openApiRoute)
  .route("/api/v1", api)
  .use(requirePrincipal)
  .route("/", pages)
  .route("/", apiPage)
  .route("/", peoplePages)
  .route("/", statusPage)
  .notFound(notFound)
  .onError((error, c) => respondError(c, error));

/** Built files, named by their hash. A missing one must not carry the long-lived caching of those that exist. */
async function asset(c: AppContext): Promise<Response> {
  // As the files are asked for: `/assets/../people` is a page, and not for everybody.
  const { pathname } = new URL(c.req.url);
  if (pathname !== "/icon.svg" && !/^\/assets\/[\w.-]+$/.test(pathname)) notFound();
  const file = await c.env.ASSETS.fetch(c.req.raw);
  return file.status === 404 ? notFound() : new Response(file.body, file);
}

function notFound(): never {
  throw new DomainError("not-found", "There is nothing at this address.");
}

/** People get a page, programs get problem+json. */
function respondError(c: AppContext, error: unknown): Response | Promise<Response> {
  const wantsPage = c.req.header("Accept")?.includes("text/html") === true;
  const isApi = c.req.path.startsWith("/api/") || /\.(json|csv|sig|atom|ics)$/.test(c.req.path);
  if (!wantsPage || isApi) return respondProblem(c, error);
  const { status, title, detail } = problemOf(error, c.var.requestId);
  if (status === 401) return signInPage(c, { code: "", problem: "" }, 401);
  return renderPage(c, {
    file: "error",
    title: `${title} - Signpost`,
    description: detail,
    page: { status, title, detail },
    status,
  });
}
