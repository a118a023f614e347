import type { SnapshotPageData } from "../contract/page";
import type { AppContext } from "../http/context";
import type { SnapshotRow } from "../store/snapshots";
import { publisherOf } from "./publisher";

/** Of a link what its page says; of one that is not made yet what it would say. */
type Told = Pick<SnapshotRow, "purpose" | "title" | "note" | "createdAt" | "expiresAt" | "since" | "feeds"> &
  Pick<SnapshotPageData, "fields" | "notices"> & { isGuarded: boolean };

type Around = Pick<SnapshotPageData, "viewHash" | "earlierHashes" | "path" | "ticket">;

/** What stands around the view on a link's page; `path` is "" in a preview, where there is no address to name. */
export function linkPage(c: AppContext, { isGuarded, ...told }: Told, around: Around): SnapshotPageData {
  return {
    ...told,
    ...around,
    publisher: publisherOf(c),
    contact: c.env.CONTACT ?? "",
    since: told.since && told.purpose !== "live",
    feeds: told.feeds && told.purpose === "live" && !isGuarded,
    embeddable: !isGuarded,
  };
}

/** Whether a button stands before the page: it asks for a passphrase, or counts against a cap. */
export function isGuarded({ passphraseMac, viewCap }: Pick<SnapshotRow, "passphraseMac" | "viewCap">): boolean {
  return passphraseMac !== null || viewCap !== null;
}

export function toldOf(row: SnapshotRow): Told {
  const { purpose, title, note, createdAt, expiresAt, since, feeds } = row;
  const [fields, notices] = [JSON.parse(row.fields), JSON.parse(row.notices)];
  return { purpose, title, note, createdAt, expiresAt, since, feeds, fields, notices, isGuarded: isGuarded(row) };
}
