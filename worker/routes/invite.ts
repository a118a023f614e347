import { Hono } from "hono";
import type { CodePageData } from "../contract/page";
import type { AppContext, AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { limitBody } from "../http/validate";
import { pressCode } from "./press-code";

function invitePage(c: AppContext, page: CodePageData, status: 200 | 401 = 200): Promise<Response> {
  return renderPage(c, {
    file: "invite",
    title: "Your invitation - Signpost",
    description: "You are invited to this Signpost.",
    page,
    status,
  });
}

const USED_UP =
  "This invitation does not work: it was accepted before, is older than seven days, or a newer one took its place. Ask " +
  "the person who sent it for another.";

/** Opening the address only shows a button: the preview of a messenger must not accept for anybody. */
export const invite = new Hono<AppEnv>()
  .get("/", (c) => invitePage(c, { code: c.req.query("code") ?? "", problem: "" }))
  .post("/", limitBody(10_000), (c) =>
    pressCode(c, "invite", () => invitePage(c, { code: "", problem: USED_UP }, 401)),
  );
