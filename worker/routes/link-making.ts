import type { CreatedSnapshot, CreateSnapshot } from "../actions/create-snapshot";
import type { MadeLink } from "../contract/link-types";
import type { SnapshotInput } from "../contract/snapshot-requests";
import { dayOfInstant, isFuture, latestDay, notYet } from "../core/days";
import { DomainError } from "../core/errors";
import { hasExpired } from "../core/link-state";
import { requireLive, termsOf } from "../core/link-terms";
import { requirePerson } from "../http/authenticate";
import type { AppContext } from "../http/context";
import { previewImage } from "../preview/image";
import { analystNames } from "../store/people";
import { openSigner } from "../store/signing";
import { toCsv } from "./event-exports";
import { publisherOf } from "./publisher";
import { apiSnapshot } from "./respond";

/** The terms of a link and the view that it shall show, checked against the server's clock. */
export function askedLink(
  c: AppContext,
  slug: string,
  { asOf, clientId, ...asked }: SnapshotInput,
): Pick<CreateSnapshot, "terms" | "question" | "clientId"> {
  const { now } = c.var;
  const today = dayOfInstant(now);
  if (asOf !== undefined && asked.purpose === "live") {
    throw new DomainError(
      "invalid",
      "A live link always shows the current day. Leave the day out, or freeze it.",
      "asOf",
    );
  }
  if (asked.feeds) requireLive(asked.purpose);
  if (asOf !== undefined && isFuture(asOf, latestDay(now))) {
    throw new DomainError("invalid", `${notYet(asOf, latestDay(now))} Freeze an earlier day.`, "asOf");
  }
  const terms = termsOf(asked, now);
  if (hasExpired(terms, now)) {
    throw new DomainError("invalid", "That moment has passed. Choose a later one, or none.", "expiresAt");
  }
  return { terms, question: { slug, asOf, today, now }, clientId };
}

/** What the making of links takes from the instance's settings; without a signing key no link is made. */
export async function linkTools(
  c: AppContext,
): Promise<Pick<CreateSnapshot, "toCsv" | "signer" | "secret" | "drawImage">> {
  const publisher = publisherOf(c);
  return {
    toCsv,
    signer: await openSigner(c.env.SIGNING_KEY),
    secret: c.env.LINK_SECRET,
    drawImage: (view) => previewImage(view, publisher),
  };
}

/** Makes a link and answers with its address and passphrase, the one time that they can be shown. */
export async function madeLink(c: AppContext, make: () => Promise<CreatedSnapshot>): Promise<MadeLink> {
  // Read first: what fails after the link is made would leave one whose address nobody was told.
  const names = await analystNames(c.var.db);
  const { snapshot, token, passphrase } = await make();
  // The host that the request came to is the one the person sees; no address is taken from the body.
  const url = new URL(`/s/${token}`, c.req.url).href;
  const link = apiSnapshot(snapshot, names, requirePerson(c), c.var.now);
  return { ...link, url, passphrase };
}
