/** What the API does with a link. */
import type { ChangedLink, LinkPreview, MadeLink, Snapshot } from "../../worker/contract/link-types";
import { api } from "../lib/api";
import type { LinkChange } from "./options";

const at = (id: string, rest = ""): string => `/snapshots/${encodeURIComponent(id)}${rest}`;

export const changeLink = (
  id: string,
  body: LinkChange | { paused: boolean } | { notice: string },
): Promise<ChangedLink> => api("PATCH", at(id), { body });

export const withdrawLink = (id: string, reason: string): Promise<Snapshot> =>
  api("DELETE", at(id), reason === "" ? {} : { body: { reason } });

/** A new address for the same link; the old one stops at once. */
export const rotateLink = (id: string): Promise<MadeLink> => api("POST", at(id, "/rotate"));

/** A second link to the same page. */
export const shareAgain = (id: string): Promise<MadeLink> => api("POST", at(id, "/again"));

export const previewOf = (id: string): Promise<LinkPreview> => api("GET", at(id, "/preview"));
