import { Hono } from "hono";
import type { AppEnv } from "../http/context";
import { limitBody } from "../http/validate";
import { eventsCsv, viewJson, viewSig } from "./shared-files";
import { noLink, openFile, openUnguarded } from "./shared-link";
import { pressOpen, showLink } from "./shared-open";
import { sendPage } from "./shared-page";
import { sendPreview } from "./shared-preview";
import { sinceAnswer } from "./shared-since";

const MAX_FORM_BYTES = 2000;

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
  .get("/:token/since.json", async (c) => sinceAnswer(c, await openFile(c)))

  .get("/:token/embed", async (c) => {
    const response = await sendPage(c, await openUnguarded(c), "embed");
    c.set("framed", true);
    return response;
  })

  .get("/:token/preview.png", async (c) => {
    const { viewHash } = await openUnguarded(c);
    return viewHash === "" ? noLink() : sendPreview(c, viewHash);
  })

  .all("*", noLink);
