import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import { createSnapshot } from "../actions/create-snapshot";
import { previewLink } from "../actions/preview-link";
import { settleFirst } from "../actions/settle-first";
import type { LinkPreview } from "../contract/link-types";
import { SnapshotInput } from "../contract/snapshot-requests";
import { verdictLimit } from "../env";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitMaking } from "../http/limit-making";
import { limitBody, validate } from "../http/validate";
import { analystNames } from "../store/people";
import { listSnapshots } from "../store/snapshots";
import { contextOf } from "./action-context";
import { toCsv } from "./event-exports";
import { askedLink, linkTools, madeLink } from "./link-making";
import { linkPage } from "./link-page";
import { apiSnapshot } from "./respond";

const MAX_SNAPSHOT_BYTES = 20_000;

/** Looking at a link beforehand costs what making it costs, and so is limited alike. */
const making = [
  requireRole("analyst"),
  limitMaking,
  limitBody(MAX_SNAPSHOT_BYTES),
  validate("json", SnapshotInput),
] as const;

/** What is frozen waits for its month-ends; a live link shows them as they stand. */
async function settledFor(c: AppContext, { terms, question }: ReturnType<typeof askedLink>): Promise<void> {
  if (terms.purpose !== "live") await settleFirst(c.var.db, question, verdictLimit(c.env));
}

export const scenarioSnapshots = new Hono<AppEnv>()
  .get("/:slug/snapshots", async (c) => {
    const { db } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const names = await analystNames(db);
    const rows = await listSnapshots(db, registration.slug);
    return c.json({ snapshots: rows.map((row) => apiSnapshot(row, names, requirePerson(c), c.var.now)) });
  })

  .post("/:slug/snapshots", ...making, async (c) => {
    const tools = await linkTools(c);
    const asked = askedLink(c, c.req.param("slug"), c.req.valid("json"));
    await settledFor(c, asked);
    return c.json(await madeLink(c, () => createSnapshot(contextOf(c), { ...asked, ...tools })), 201);
  })

  .post("/:slug/snapshots/preview", ...making, async (c) => {
    const { db, now } = c.var;
    const asked = askedLink(c, c.req.param("slug"), c.req.valid("json"));
    await settledFor(c, asked);
    const { view, hash: viewHash, unreviewed } = await previewLink(db, { ...asked, toCsv });
    const { purpose, title, note, expiresAt, since, feeds, fields, viewCap, passphrase } = asked.terms;
    const isGuarded = passphrase || viewCap !== null;
    const told = { purpose, title, note, expiresAt, since, feeds, fields, createdAt: now, notices: [], isGuarded };
    const page = linkPage(c, told, { viewHash, earlierHashes: [], path: "", ticket: "" });
    const preview: LinkPreview = { view, page, unreviewed };
    return c.json(preview);
  });
