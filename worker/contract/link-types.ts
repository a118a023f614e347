/** What the API answers of links: the pages read these. */
import type { LinkStatus } from "../core/link-state";
import type { LinkNotice, LinkPurpose, SharedFields } from "../core/sharing";
import type { VerdictWord } from "../core/verdict-types";
import type { ViewChange } from "../core/view-diff";
import type { ScenarioView } from "../core/view-types";
import type { SnapshotPageData } from "./page";

export interface Snapshot {
  id: string;
  purpose: LinkPurpose;
  title: string;
  note: string;
  fields: SharedFields;
  createdAt: number;
  by: string;
  /** Of the frozen view; where the link is live, of the day it was made. */
  revision: number;
  asOf: string;
  /** Null where the link is live. */
  viewHash: string | null;
  status: LinkStatus;
  expiresAt: number | null;
  pausedAt: number | null;
  hasPassphrase: boolean;
  viewCap: number | null;
  opens: number;
  lastOpenedAt: number | null;
  /** Whether readers may see what changed since. */
  since: boolean;
  /** Whether readers of a live link may follow it with its feed and calendar. */
  feeds: boolean;
  /** Oldest first. */
  notices: LinkNotice[];
  withdrawnAt: number | null;
  withdrawnReason: string;
  /** Whether whoever asks may change or withdraw it: its maker, and any owner. */
  mayChange: boolean;
}

/** A link as it is answered the one time that its secrets can be shown. */
export interface MadeLink extends Snapshot {
  url: string;
  /** Null where none is asked for. */
  passphrase: string | null;
}

/** A link after a change; `passphrase` is a new one, shown once. */
export interface ChangedLink extends Snapshot {
  passphrase: string | null;
}

/** A page as its readers will see it, before there is a link. */
export interface LinkPreview {
  view: ScenarioView;
  page: SnapshotPageData;
  /** Events that moved the figures most and that nobody but their author has looked at, largest first; at most ten. */
  unreviewed: UnreviewedEvent[];
}

export interface UnreviewedEvent {
  ref: string;
  title: string;
  date: string;
  /** What it adds to the index on the as-of day. */
  value: number;
  review: "unreviewed" | "disputed";
}

/** A correction, retraction or redaction of an event that frozen links still carry as it was. */
export interface LinkCorrection {
  ref: string;
  title: string;
  change: "corrected" | "retracted" | "redacted";
  revision: number;
  at: number;
  by: string;
  reason: string;
  links: CorrectedLink[];
}

export interface CorrectedLink {
  id: string;
  title: string;
  createdAt: number;
  status: LinkStatus;
  /** Whether a notice was written on it after the correction. */
  noticed: boolean;
  mayChange: boolean;
}

/** `view.sig`: what a reader needs to check a frozen view. */
export interface ViewSignature {
  algorithm: "Ed25519";
  /** SHA-256 of view.json, hex. */
  sha256: string;
  /** Hash of the ledger's head that the view came from, hex. */
  ledgerHead: string;
  scenario: string;
  revision: number;
  asOf: string;
  /** Id of a key of /api/v1/signing-keys. */
  key: string;
  /** Of the bytes of view.json, base64. */
  signature: string;
  signedAt: number;
  /** Hashes that the view had before texts were removed from it, oldest first. */
  earlierHashes: string[];
}

export interface SigningKey {
  id: string;
  algorithm: "Ed25519";
  /** 32 bytes, base64. */
  publicKey: string;
  /** For openssl; also at /api/v1/signing-keys/ID.pem. */
  pem: string;
  /** Null for a key that has signed nothing yet. */
  firstUsedAt: number | null;
  /** Whether links are signed with it now. */
  current: boolean;
}

/** `since.json`: what happened after a link was frozen, without a word of what its publisher did not share. */
export interface Since {
  before: SincePoint;
  now: SincePoint;
  added: number;
  corrected: number;
  retracted: number;
  /** What reads differently now, in words. */
  changes: ViewChange[];
}

export interface SincePoint {
  revision: number;
  asOf: string;
  index: number;
  verdict: VerdictWord | null;
}
