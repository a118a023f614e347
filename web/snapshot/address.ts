/** Where a shared page and its files are. */
import type { SnapshotPageData } from "../../worker/contract/page";

type Placed = Pick<SnapshotPageData, "path" | "ticket">;

/** A file of the link; a guarded link gives its files for an hour to whoever was let in. */
export function fileHref({ path, ticket }: Placed, file: string): string {
  return `${path}/${file}${ticket === "" ? "" : `?ticket=${encodeURIComponent(ticket)}`}`;
}

/** The page's own address, to be cited and sent on; in words while there is no link yet. */
export function pageUrl({ path }: Pick<Placed, "path">): string {
  return path === "" ? "[the link's address]" : `${location.origin}${path}`;
}
