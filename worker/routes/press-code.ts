import { DomainError } from "../core/errors";
import { agentInWords } from "../core/agent-words";
import { countTry } from "../http/attempts";
import { sessionToken, startSession } from "../http/authenticate";
import type { AppContext } from "../http/context";
import { redeemCode } from "../store/sessions";

/** The press of the button under a one-time code: begins a session in this browser, in place of the one before. */
export async function pressCode(
  c: AppContext,
  page: "sign-in" | "invite",
  refuse: () => Promise<Response>,
): Promise<Response> {
  requireOwnPage(c);
  await countTry(c, page);
  const { db, now } = c.var;
  const agent = agentInWords(c.req.header("User-Agent") ?? "");
  const token = await redeemCode(db, await sentCode(c), { now, agent, old: sessionToken(c) });
  if (token === null) return refuse();
  startSession(c, token);
  return c.redirect("/", 303);
}

/**
 * Else another site could sign somebody in as a person of its choice. Our pages send no referrer, so that browsers hide their
 * origin in a form; what says nothing at all is no browser.
 */
function requireOwnPage(c: AppContext): void {
  const site = c.req.header("Sec-Fetch-Site");
  const origin = c.req.header("Origin");
  if (site === "same-origin") return;
  if (site === undefined && (origin === undefined || origin === "null" || origin === new URL(c.req.url).origin)) return;
  throw new DomainError("forbidden", "Open the page of your link itself and press its button.");
}

async function sentCode(c: AppContext): Promise<string> {
  try {
    const { code } = await c.req.parseBody();
    return typeof code === "string" ? code.trim() : "";
  } catch {
    return "";
  }
}
