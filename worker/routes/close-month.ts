import { Hono } from "hono";
import { catchUpVerdicts } from "../actions/catch-up-verdicts";
import { closeMonth } from "../actions/close-month";
import { requireScenario } from "../actions/context";
import { createSnapshot } from "../actions/create-snapshot";
import { settleFirst } from "../actions/settle-first";
import { CloseMonthInput } from "../contract/discussion-requests";
import { SnapshotInput } from "../contract/snapshot-requests";
import { dayOfInstant } from "../core/days";
import { errorWords } from "../core/error-words";
import { DomainError } from "../core/errors";
import { dateLabel, monthLabel } from "../core/labels";
import { addMonths, firstDayOf, isOver, lastDayOf } from "../core/months";
import type { Month } from "../core/types";
import { verdictLimit } from "../env";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitMaking } from "../http/limit-making";
import { limitBody, parseBody, validate } from "../http/validate";
import { analystNames } from "../store/people";
import { countUnreviewed } from "../store/week";
import { contextOf } from "./action-context";
import { askedLink, linkTools, madeLink } from "./link-making";
import { apiNote } from "./respond-discussion";

const MAX_BYTES = 50_000;

export const monthClosing = new Hono<AppEnv>().post(
  "/:slug/close-month",
  requireRole("analyst"),
  limitMaking,
  limitBody(MAX_BYTES),
  validate("json", CloseMonthInput),
  async (c) => {
    const { db, now } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const { slug } = registration;
    const { freeze, title, ...input } = c.req.valid("json");
    const { month } = input;
    requireOver(month, dayOfInstant(now));
    const names = await analystNames(db);
    const row = await closeMonth(contextOf(c), slug, input);
    const note = apiNote(row, names);
    const unreviewed = await countUnreviewed(db, slug, month);
    const named = title.trim() === "" ? `${registration.title} (month-end ${monthLabel(month)})` : title;
    const link = await monthEnd(c, { slug, month, title: freeze ? named : null });
    return c.json({ revision: row.revision, note, unreviewed, ...link }, 201);
  },
);

function requireOver(month: Month, today: string): void {
  if (isOver(month, today)) return;
  const next = dateLabel(firstDayOf(addMonths(month, 1)));
  throw new DomainError("invalid", `${monthLabel(month)} is not over. Close it from ${next} on, UTC.`, "month");
}

interface MonthEnd {
  snapshot: { id: string; url: string } | null;
  /** Why there is no link although one was asked for. */
  problem?: string;
}

/**
 * After the note stands: computes what the attestation moved and freezes the month-end under a link, where one is wanted.
 * The note stands whatever comes of this, so that a failure is told beside it.
 */
async function monthEnd(
  c: AppContext,
  { slug, month, title }: { slug: string; month: Month; title: string | null },
): Promise<MonthEnd> {
  const { db, now } = c.var;
  const today = dayOfInstant(now);
  try {
    if (title === null) {
      await catchUpVerdicts(db, { slug, today }, verdictLimit(c.env));
      return { snapshot: null };
    }
    const input = parseBody(SnapshotInput, { title, asOf: lastDayOf(month), fields: { monthNote: true } });
    await settleFirst(db, { slug, today, asOf: lastDayOf(month) }, verdictLimit(c.env));
    const asked = { ...askedLink(c, slug, input), ...(await linkTools(c)) };
    const { id, url } = await madeLink(c, () => createSnapshot(contextOf(c), asked));
    return { snapshot: { id, url } };
  } catch (error) {
    const problem = error instanceof DomainError ? error.message : "The link could not be made. Make it under Share.";
    if (!(error instanceof DomainError)) {
      console.error(JSON.stringify({ requestId: c.var.requestId, monthEnd: slug, ...errorWords(error) }));
    }
    return title === null ? { snapshot: null } : { snapshot: null, problem };
  }
}
