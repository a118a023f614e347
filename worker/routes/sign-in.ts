import { Hono } from "hono";
import type { CodePageData, SignInPageData } from "../contract/page";
import { requireSameOrigin, sessionToken, forgetSession } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { limitBody } from "../http/validate";
import { endSession } from "../store/sessions";
import { pressCode } from "./press-code";

export function signInPage(c: AppContext, code: CodePageData, status: 200 | 401 = 200): Promise<Response> {
  const page: SignInPageData = { ...code, deployed: isDeployed(c) };
  return renderPage(c, {
    file: "sign-in",
    title: "Sign in - Signpost",
    description: "Sign in to this Signpost.",
    page,
    status,
  });
}

function isDeployed(c: AppContext): boolean {
  return c.env.LOCAL !== "1";
}

function usedUp(c: AppContext): string {
  const why = "This sign-in code does not work: it was used before, or is older than 15 minutes.";
  return isDeployed(c) ? why : `${why} Restart Signpost, or run \`npm run sign-in\`, for a fresh link.`;
}

/** Opening the link only shows a button: a link preview must not use the code up. */
export const signIn = new Hono<AppEnv>()
  .get("/", (c) => signInPage(c, { code: c.req.query("code") ?? "", problem: "" }))
  .post("/", limitBody(10_000), (c) =>
    pressCode(c, "sign-in", () => signInPage(c, { code: "", problem: usedUp(c) }, 401)),
  );

export const signOut = new Hono<AppEnv>().post("/", async (c) => {
  requireSameOrigin(c);
  const token = sessionToken(c);
  if (token !== undefined) await endSession(c.var.db, token);
  forgetSession(c);
  return c.redirect("/sign-in?out", 303);
});
