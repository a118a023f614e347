import { countWrongPassphrase } from "../http/attempts";
import type { AppContext } from "../http/context";
import { checkPassphrase, newTicket } from "../store/link-access";
import { countOpen, countPress } from "../store/open-count";
import { isGuarded } from "./link-page";
import { noLink, openBareLink, openLink, requireOpensLeft } from "./shared-link";
import { refuseTry, sendGate, sendOpened, sendPage } from "./shared-page";

/** The page of a link; of a guarded one what stands before it, so that previews of messengers use no cap up. */
export async function showLink(c: AppContext): Promise<Response> {
  const link = await openLink(c);
  requireOpensLeft(link);
  if (isGuarded(link)) return sendGate(c, link);
  const response = await sendPage(c, link, "snapshot");
  const counting = c.req.method === "GET" ? countOpen(c.var.db, link.id, c.var.now) : null;
  if (counting) c.executionCtx.waitUntil(counting);
  return response;
}

/**
 * The press of the Open button. Nobody is known by a cookie here and what is answered is what the passphrase opens for
 * anybody, so a press that another site sends does that site's reader no harm.
 */
export async function pressOpen(c: AppContext): Promise<Response> {
  const link = await openBareLink(c);
  // Its guard was taken away while the button stood there.
  if (!isGuarded(link)) return c.redirect(`/s/${c.req.param("token")}`, 303);
  requireOpensLeft(link);
  const { passphraseMac: mac } = link;
  if (mac !== null && !(await checkPassphrase(c.env.LINK_SECRET, link.id, await sentPassphrase(c), mac))) {
    const wrong = "That is not this page's passphrase. Check it with the person who sent it.";
    if (await countWrongPassphrase(c, link.id)) return refuseTry(c, link, "forbidden", wrong);
    return refuseTry(c, link, "too-many", `${wrong} These were too many wrong tries in a minute.`);
  }
  // Before it counts: an instance without its secret must not use the cap up.
  const ticket = await newTicket(c.env.LINK_SECRET, link, c.var.now);
  if (!(await countPress(c.var.db, link, c.var.now))) return refuseChanged(c);
  return sendOpened(c, link, ticket);
}

async function sentPassphrase(c: AppContext): Promise<string> {
  try {
    const { passphrase } = await c.req.parseBody();
    return typeof passphrase === "string" ? passphrase : "";
  } catch {
    return "";
  }
}

/** Between the look at the link and the press, others used it up or its maker changed it: say what it is now. */
async function refuseChanged(c: AppContext): Promise<never> {
  requireOpensLeft(await openBareLink(c));
  return noLink();
}
