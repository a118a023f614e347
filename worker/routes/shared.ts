import { Hono } from "hono";
import { dayOfInstant } from "../core/days";
import type { SnapshotPageData } from "../contract/page";
import { DomainError } from "../core/errors";
import { dateLabel } from "../core/labels";
import type { ScenarioView } from "../core/view-types";
import type { AppContext, AppEnv } from "../http/context";
import { sendGzipped } from "../http/headers";
import { renderPage } from "../http/page";
import { gunzip } from "../store/hash";
import { findByToken, type SnapshotRow } from "../store/snapshots";
import { readView, readViewFile, viewBytes, type ReadView } from "../store/views";

/** A token is 256 random bits in base64url; anything else is not worth a look-up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function publisherOf(c: AppContext): string {
  return c.env.PUBLISHER ?? "Signpost";
}

/** The UTC day in words: people read it, on the page in the link's place. */
function dayOf(instant: number): string {
  return dateLabel(dayOfInstant(instant));
}

/** The open link of a token. A withdrawn one says so and no more; everything else is one plain "not found". */
async function openLink(c: AppContext, token: string): Promise<SnapshotRow> {
  const snapshot = TOKEN.test(token) ? await findByToken(c.var.db, token) : null;
  if (!snapshot) return noLink();
  if (snapshot.withdrawnAt === null) return snapshot;
  const reason = snapshot.withdrawnReason === "" ? "" : ` Reason: ${snapshot.withdrawnReason}`;
  throw new DomainError("withdrawn", `Withdrawn by ${publisherOf(c)} on ${dayOf(snapshot.withdrawnAt)}.${reason}`);
}

/** The same words whatever was asked for: nobody learns from them which links exist. */
function noLink(): never {
  throw new DomainError("not-found", "There is nothing at this address. Check that the link is complete.");
}

async function frozenView(c: AppContext, snapshot: SnapshotRow): Promise<ReadView> {
  const view = await readView(c.var.db, snapshot.viewHash);
  if (!view) throw new Error(`The view of snapshot ${snapshot.id} is missing`);
  return view;
}

/** What a link shows, to everybody alike: no route here looks at a cookie or a key, and none writes anything. */
export const shared = new Hono<AppEnv>()
  .get("/:token", async (c) => {
    const snapshot = await openLink(c, c.req.param("token"));
    const frozen = await frozenView(c, snapshot);
    const view = new TextDecoder().decode(await viewBytes(frozen));
    const { title: scenarioTitle, statement } = JSON.parse(view) as ScenarioView;
    const page: SnapshotPageData = {
      title: snapshot.title,
      note: snapshot.note,
      publisher: publisherOf(c),
      createdAt: snapshot.createdAt,
      viewHash: snapshot.viewHash,
      earlierHashes: frozen.earlierHashes,
      path: `/s/${c.req.param("token")}`,
    };
    const title = `${snapshot.title} - ${scenarioTitle}`;
    return renderPage(c, { file: "snapshot", title, description: statement, view, page });
  })

  .get("/:token/view.json", async (c) => {
    const snapshot = await openLink(c, c.req.param("token"));
    const { body } = await frozenView(c, snapshot);
    return sendGzipped(c, body, gunzip, { "Content-Type": "application/json" });
  })

  .get("/:token/events.csv", async (c) => {
    const snapshot = await openLink(c, c.req.param("token"));
    const parts = await readViewFile(c.var.db, snapshot.viewHash);
    const texts = await Promise.all(parts.map(gunzip));
    const file = `${snapshot.scenario}-revision-${snapshot.revision}.csv`;
    return c.body(new Blob(texts.map((text) => new Uint8Array(text))).stream(), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file}"`,
    });
  })

  .all("*", noLink);
