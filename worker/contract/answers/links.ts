/** Links: as their people see them, and what readers check them with. */
import * as v from "valibot";
import { Day, Flag, Hash, Instant, OrNull, Real, Revision, Text, Whole } from "./parts";
import { Fields, Notice, Purpose } from "./sharing";
import { View } from "./view";
import { Word } from "./view-verdicts";

const Status = v.picklist(["open", "paused", "expired", "used-up", "withdrawn"]);

export const Link = v.object({
  id: Text,
  purpose: Purpose,
  title: Text,
  note: Text,
  fields: Fields,
  createdAt: Instant,
  by: Text,
  revision: Revision,
  asOf: Day,
  viewHash: v.nullable(Hash),
  status: Status,
  expiresAt: v.nullable(Instant),
  pausedAt: v.nullable(Instant),
  hasPassphrase: Flag,
  viewCap: OrNull.whole,
  opens: Whole,
  lastOpenedAt: v.nullable(Instant),
  since: Flag,
  feeds: Flag,
  notices: v.array(Notice),
  withdrawnAt: v.nullable(Instant),
  withdrawnReason: Text,
  mayChange: Flag,
});
export const LinksAnswer = v.object({ snapshots: v.array(Link) });
export const MadeLink = v.object({ ...Link.entries, url: Text, passphrase: OrNull.text });
export const ChangedLink = v.object({ ...Link.entries, passphrase: OrNull.text });

const Page = v.object({
  purpose: Purpose,
  fields: Fields,
  title: Text,
  note: Text,
  publisher: Text,
  contact: Text,
  createdAt: Instant,
  expiresAt: v.nullable(Instant),
  viewHash: Hash,
  earlierHashes: v.array(Hash),
  notices: v.array(Notice),
  since: Flag,
  feeds: Flag,
  embeddable: Flag,
  path: Text,
  ticket: Text,
});
const Unreviewed = v.object({
  ref: Text,
  title: Text,
  date: Text,
  value: Real,
  review: v.picklist(["unreviewed", "disputed"]),
});
export const LinkPreview = v.object({ view: View, page: Page, unreviewed: v.array(Unreviewed) });

const CorrectedLink = v.object({
  id: Text,
  title: Text,
  createdAt: Instant,
  status: Status,
  noticed: Flag,
  mayChange: Flag,
});
export const LinkCorrection = v.object({
  ref: Text,
  title: Text,
  change: v.picklist(["corrected", "retracted", "redacted"]),
  revision: Revision,
  at: Instant,
  by: Text,
  reason: Text,
  links: v.array(CorrectedLink),
});
export const CorrectionsAnswer = v.object({ corrections: v.array(LinkCorrection) });

export const ViewSignature = v.object({
  algorithm: v.literal("Ed25519"),
  sha256: Hash,
  ledgerHead: Hash,
  scenario: Text,
  revision: Revision,
  asOf: Day,
  key: Text,
  signature: Text,
  signedAt: Instant,
  earlierHashes: v.array(Hash),
});

export const SigningKey = v.object({
  id: Text,
  algorithm: v.literal("Ed25519"),
  publicKey: Text,
  pem: Text,
  firstUsedAt: v.nullable(Instant),
  current: Flag,
});
export const SigningKeysAnswer = v.object({ keys: v.array(SigningKey) });

const SincePoint = v.object({ revision: Revision, asOf: Day, index: Real, verdict: v.nullable(Word) });
export const Since = v.object({
  before: SincePoint,
  now: SincePoint,
  added: Whole,
  corrected: Whole,
  retracted: Whole,
  changes: v.array(v.object({ what: Text, before: Text, now: Text })),
});
