import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import { planUndo } from "../actions/plan-undo";
import { NOTHING_WRITTEN, undoLastCommit } from "../actions/undo-commit";
import { UndoInput, type UndoAnswer, type UndoOffer } from "../contract/undo-requests";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { contextOf } from "./action-context";

const MAX_UNDO_BYTES = 1000;
const NAMED = 5;

const NOTHING: UndoOffer = {
  revision: null,
  at: null,
  reason: "",
  entries: {},
  refs: [],
  possible: false,
  problem: NOTHING_WRITTEN,
};

/** The caller's last commit: what it was, and taking it back. */
export const undo = new Hono<AppEnv>()
  .get("/:slug/undo", requireRole("analyst"), async (c) => {
    const { db } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const plan = await planUndo(db, registration.slug, requirePerson(c).id);
    if (!plan) return c.json(NOTHING);
    const { commit, entries, about, problem } = plan;
    const { revision, at, reason } = commit;
    const refs = about.slice(0, NAMED);
    const offer: UndoOffer = {
      revision,
      at,
      reason,
      entries,
      refs,
      possible: problem === null,
      problem: problem ?? "",
    };
    return c.json(offer);
  })

  .post("/:slug/undo", requireRole("analyst"), limitBody(MAX_UNDO_BYTES), validate("json", UndoInput), async (c) => {
    const done = await undoLastCommit(contextOf(c), c.req.param("slug"), c.req.valid("json").revision);
    const { revision, at, reason } = done.undone.commit;
    const answer: UndoAnswer = {
      revision: done.revision,
      undone: { revision, at, reason, entries: done.undone.entries },
    };
    return c.json(answer);
  });
