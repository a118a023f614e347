/** What the worker embeds into a page beside the view, as JSON in `#page`. */
import type { ScenarioCard } from "../core/scenario-card";
import type { LinkNotice, LinkPurpose, SharedFields } from "../core/sharing";
import type { Month } from "../core/types";
import type { ScenarioView } from "../core/view-types";
import type { Status } from "./status-types";

/** Names the person whom the page that asks was made for: a request of somebody else's page is refused. */
export const PERSON_HEADER = "Signpost-Person";

export interface Principal {
  id: string;
  name: string;
  role: "owner" | "analyst" | "viewer";
}

export interface PageData {
  /** The signed-in person; null on pages that need no account. */
  principal: Principal | null;
  /** The scenario of the page, "" where there is none. */
  slug: string;
  scenarios: { slug: string; title: string }[];
  /** Today by the server, UTC, `YYYY-MM-DD`. */
  today: string;
  generator: string;
  /** Who shares: the name in a citation. */
  publisher: string;
  /** Hash of the embedded view, with which a page asks whether there is a newer one; "" where there is no view. */
  viewHash: string;
  /** Who wrote the note that the embedded view shows; the view, made to be shared, names nobody. */
  noteBy: NoteBy | null;
}

/** Signs one version of a month's note, so that a newer one is never shown under an older one's name. */
export interface NoteBy {
  month: Month;
  version: number;
  name: string;
}

/** `#page` of the list of scenarios, in the order shown first. */
export interface ScenariosPageData extends PageData {
  cards: ScenarioCard[];
}

/** `#page` of the page that registers a scenario. */
export interface RegisterPageData extends PageData {
  /** Whom to ask; empty for those who are owners themselves. */
  owners: string[];
  /** All scenarios with the version of their rules; empty for those who cannot register one. */
  registered: RegisteredScenario[];
}

/** `#page` of the page that tells owners how the instance stands. */
export interface StatusPageData extends PageData {
  status: Status;
}

export type RegisteredScenario = Pick<ScenarioCard, "slug" | "version">;

/** `#page` of `/s/<token>` and its embed. The page is the same for everybody. */
export interface SnapshotPageData {
  purpose: LinkPurpose;
  /** What goes along; of a frozen link its view says so itself. */
  fields: SharedFields;
  title: string;
  note: string;
  publisher: string;
  /** Where to write to about the page: an address or a web page; "" where none is set. */
  contact: string;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Epoch milliseconds; null where it has no end. */
  expiresAt: number | null;
  viewHash: string;
  /** The hashes that the view had before texts were removed from it. */
  earlierHashes: string[];
  /** Oldest first; shown above the frozen page. */
  notices: LinkNotice[];
  /** Whether since.json may be asked for. */
  since: boolean;
  /** Whether feed.atom and deadlines.ics may be asked for. */
  feeds: boolean;
  /** Whether other sites may frame its embed: not where a passphrase or a cap guards it. */
  embeddable: boolean;
  /** The link's own path, `/s/<token>`; "" in a preview, where there is no link yet. */
  path: string;
  /** What files of a guarded link are asked for with, `?ticket=...`, for an hour; "" where nothing guards it. */
  ticket: string;
}

/** `#page` of the page before a guarded link: it has a button, so that previews of messengers do not use a cap up. */
export interface OpenPageData {
  publisher: string;
  /** Where the form goes: the link itself. */
  path: string;
  needsPassphrase: boolean;
  /** How often the link can still be opened; null for any number. */
  opensLeft: number | null;
  /** What was wrong with the last try; "" at first. */
  problem: string;
}

/** `#page` of an invitation's page: the one-time code from the link, or what is wrong. */
export interface CodePageData {
  code: string;
  problem: string;
}

/** `#page` of the sign-in page. */
export interface SignInPageData extends CodePageData {
  /** Whether it runs at Cloudflare, where `npm start` helps nobody. */
  deployed: boolean;
}

/** `#page` of an error page. */
export interface ErrorPageData {
  status: number;
  title: string;
  detail: string;
}

export type { ScenarioView };
