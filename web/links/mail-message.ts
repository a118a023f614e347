import type { Snapshot } from "../../worker/contract/link-types";
import type { OffsetAt } from "../../worker/core/moments";
import { countOf, formatDate } from "../lib/format";
import { readableUntil, readersZone } from "../lib/zone";

type Sent = Pick<
  Snapshot,
  "purpose" | "title" | "note" | "asOf" | "revision" | "expiresAt" | "hasPassphrase" | "viewCap"
> & {
  url: string;
};

/** A message to send the address with; its end is said by the sender's clock, with the zone. A passphrase in it would open the link to whoever reads the message. */
export function mailMessage(link: Sent, zone: OffsetAt = readersZone): { subject: string; body: string } {
  const { purpose, title, note, url, asOf, revision, expiresAt, hasPassphrase, viewCap } = link;
  const frozen = `The page is frozen: events up to ${formatDate(asOf)}, revision ${revision}.`;
  const facts = [
    purpose === "live" ? "The page follows the log: it shows the figures of the moment." : frozen,
    readableUntil(expiresAt, zone),
    viewCap === null ? "" : `It can be opened ${countOf(viewCap, "time")}.`,
    hasPassphrase ? "It asks for a passphrase, which I send you another way." : "",
  ].filter(Boolean);
  return { subject: title, body: [title, url, facts.join(" "), ...(note === "" ? [] : [note])].join("\n\n") };
}
