import { Hono } from "hono";
import { correctSaid } from "../actions/correct-said";
import type { SaidCorrected } from "../contract/api-types";
import { ReasonInput } from "../contract/requests";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { contextOf } from "./action-context";

const MAX_BYTES = 50_000;

/** What is recorded of month-ends: a wrong record is put right. */
export const saidMonths = new Hono<AppEnv>().post(
  "/:slug/said-months/:month/correct",
  requireRole("owner"),
  limitBody(MAX_BYTES),
  validate("json", ReasonInput),
  async (c) => {
    const { slug, month } = c.req.param();
    const { correctedIn, ...correction } = await correctSaid(contextOf(c), slug, month, c.req.valid("json").reason);
    const answer: SaidCorrected = { revision: correctedIn, ...correction };
    return c.json(answer);
  },
);
