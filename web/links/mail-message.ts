import type { Snapshot } from "../../worker/contract/link-types";
import { countOf, formatDate, formatInstant } from "../lib/format";

type Sent = Pick<
  Snapshot,
  "purpose" | "title" | "note" | "asOf" | "revision" | "expiresAt" | "hasPassphrase" | "viewCap"
> & {
  url: string;
};

/** A message to send the address with. A passphrase in it would open the link to whoever reads the message. */
export function mailMessage(link: Sent): { subject: string; body: string } {
  const { purpose, title, note, url, asOf, revision, expiresAt, hasPassphrase, viewCap } = link;
  const frozen = `The page is frozen: events up to ${formatDate(asOf)}, revision ${revision}.`;
  const facts = [
    purpose === "live" ? "The page follows the log: it shows the figures of the moment." : frozen,
    expiresAt !== null && `It can be read until ${formatInstant(expiresAt)}.`,
    viewCap !== null && `It can be opened ${countOf(viewCap, "time")}.`,
    hasPassphrase && "It asks for a passphrase, which I send you another way.",
  ].filter((fact) => fact !== false);
  return { subject: title, body: [title, url, facts.join(" "), ...(note === "" ? [] : [note])].join("\n\n") };
}
