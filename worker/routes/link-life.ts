import { Hono } from "hono";
import { changeLink } from "../actions/change-link";
import { requireLink, type LinkContext } from "../actions/own-link";
import { unreviewedOf } from "../actions/preview-link";
import { rotateLink } from "../actions/rotate-link";
import { shareAgain } from "../actions/share-again";
import { withdrawSnapshot } from "../actions/withdraw-snapshot";
import type { ChangedLink, LinkPreview, Snapshot } from "../contract/link-types";
import { LinkChangeInput } from "../contract/link-requests";
import { WithdrawalInput } from "../contract/requests";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitMaking } from "../http/limit-making";
import { limitBody, parseBody, readJson, validate } from "../http/validate";
import { analystNames } from "../store/people";
import type { SnapshotRow } from "../store/snapshots";
import { parseView } from "../store/view-bytes";
import { contextOf } from "./action-context";
import { madeLink } from "./link-making";
import { linkPage, toldOf } from "./link-page";
import { apiSnapshot } from "./respond";
import { wholeViewOf } from "./shared-view";

const MAX_CHANGE_BYTES = 20_000;
const changing = [requireRole("analyst"), limitBody(MAX_CHANGE_BYTES)] as const;
/** A new address is made: that is limited as all making of links is. */
const making = [requireRole("analyst"), limitMaking, limitBody(MAX_CHANGE_BYTES)] as const;

/** One link after it is made. Everything counts from its next request on: its row is read at each. */
export const snapshots = new Hono<AppEnv>()
  .get("/:id", async (c) => c.json(await describe(c, await requireLink(c.var, c.req.param("id")))))

  .get("/:id/preview", async (c) => {
    const row = await requireLink(c.var, c.req.param("id"));
    const { view: shown, earlierHashes } = await wholeViewOf(c, row);
    const view = parseView(shown.identity);
    const page = linkPage(c, toldOf(row), { viewHash: shown.hash, earlierHashes, path: "", ticket: "" });
    const answer: LinkPreview = { view, page, unreviewed: await unreviewedOf(c.var.db, view) };
    return c.json(answer);
  })

  .patch("/:id", ...changing, validate("json", LinkChangeInput), async (c) => {
    const change = c.req.valid("json");
    // Read first: what fails after the write would call a change that was made a failure.
    const names = await analystNames(c.var.db);
    const { snapshot, passphrase } = await changeLink(asker(c), c.req.param("id"), change, c.env.LINK_SECRET);
    const answer: ChangedLink = { ...apiSnapshot(snapshot, names, requirePerson(c), c.var.now), passphrase };
    return c.json(answer);
  })

  .post("/:id/rotate", ...making, async (c) => c.json(await madeLink(c, () => rotateLink(asker(c), c.req.param("id")))))

  .post("/:id/again", ...making, async (c) => {
    const made = await madeLink(c, () => shareAgain(asker(c), c.req.param("id"), c.env.LINK_SECRET));
    return c.json(made, 201);
  })

  .delete("/:id", ...changing, async (c) => {
    const text = await c.req.text();
    const { reason } = text === "" ? { reason: "" } : parseBody(WithdrawalInput, await readJson(c));
    const names = await analystNames(c.var.db);
    const snapshot = await withdrawSnapshot(asker(c), c.req.param("id"), reason);
    return c.json(apiSnapshot(snapshot, names, requirePerson(c), c.var.now));
  });

function asker(c: AppContext): LinkContext {
  return { ...contextOf(c), isOwner: requirePerson(c).role === "owner" };
}

async function describe(c: AppContext, row: SnapshotRow): Promise<Snapshot> {
  return apiSnapshot(row, await analystNames(c.var.db), requirePerson(c), c.var.now);
}
