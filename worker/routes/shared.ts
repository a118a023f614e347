import { Hono } from "hono";
import { DomainError, type ErrorCode } from "../core/errors";
import type { AppEnv } from "../http/context";
import { limitBody } from "../http/validate";
import { eventsCsv } from "./shared-events";
import { sharedCalendar, sharedFeed } from "./shared-feeds";
import { viewJson, viewSig } from "./shared-files";
import { noLink, openFile, openUnguarded } from "./shared-link";
import { pressOpen, showLink } from "./shared-open";
import { sendPage } from "./shared-page";
import { sendPreview } from "./shared-preview";
import { sinceAnswer } from "./shared-since";

const MAX_FORM_BYTES = 2000;
const ENDED = new Set<ErrorCode>(["withdrawn", "expired"]);

/**
 * What a link shows, to everybody alike: no route here looks at a cookie or a key, and no parameter changes anything but
 * that a ticket opens the files of a guarded link. Nothing is written but how often a link was opened.
 */
export const shared = new Hono<AppEnv>()
  .get("/:token", showLink)
  .post("/:token", limitBody(MAX_FORM_BYTES), pressOpen)
  .get("/:token/view.json", viewJson)
  .get("/:token/view.sig", viewSig)
  .get("/:token/events.csv", eventsCsv)
  .get("/:token/feed.atom", sharedFeed)
  .get("/:token/deadlines.ics", sharedCalendar)
  .get("/:token/since.json", async (c) => sinceAnswer(c, await openFile(c)))

  .get("/:token/embed", async (c) => {
    const link = await openUnguarded(c).catch((error: unknown) => {
      // Sites that framed it show what became of it, not a broken frame.
      if (error instanceof DomainError && ENDED.has(error.code)) c.set("framed", true);
      throw error;
    });
    const response = await sendPage(c, link, "embed");
    c.set("framed", true);
    return response;
  })

  .get("/:token/preview.png", async (c) => {
    const { viewHash } = await openUnguarded(c);
    return viewHash === "" ? noLink() : sendPreview(c, viewHash);
  })

  .all("*", noLink);
