import { Hono } from "hono";
import { listCorrections, type Correction } from "../actions/list-corrections";
import type { LinkCorrection } from "../contract/link-types";
import { requirePerson } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { analystNames } from "../store/people";
import { apiSnapshot, type Names } from "./respond";

const CHANGES = { correct: "corrected", retract: "retracted", redact: "redacted" } as const;

/** What was put right after links had taken it along, so that a person can say so on them. */
export const linkCorrections = new Hono<AppEnv>().get("/:slug/corrections", async (c) => {
  const names = await analystNames(c.var.db);
  const found = await listCorrections(c.var.db, c.req.param("slug"));
  return c.json({ corrections: found.map((one) => describe(c, one, names)) });
});

function describe(c: AppContext, correction: Correction, names: Names): LinkCorrection {
  const { ref, title, done, revision, at, who, reason, links } = correction;
  return {
    ref,
    title,
    change: CHANGES[done],
    revision,
    at,
    by: names.get(who) ?? who,
    reason,
    links: links.map(({ row, noticed }) => {
      const { id, title: name, createdAt, status, mayChange } = apiSnapshot(row, names, requirePerson(c), c.var.now);
      return { id, title: name, createdAt, status, noticed, mayChange };
    }),
  };
}
