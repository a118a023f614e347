import type { Snapshot } from "../../../../worker/contract/link-types";
import { DEFAULT_FIELDS } from "../../../../worker/core/sharing";

export const NOW = Date.parse("2026-11-25T09:30:00Z");

/** A frozen link for publication that nobody has opened yet. */
export function aLink(over: Partial<Snapshot> = {}): Snapshot {
  return {
    id: "a1",
    purpose: "publication",
    title: "Pakistan and Russia",
    note: "",
    fields: { ...DEFAULT_FIELDS },
    createdAt: Date.parse("2026-11-03T14:05:00Z"),
    by: "Ann",
    revision: 12,
    asOf: "2025-11-30",
    viewHash: "f".repeat(64),
    status: "open",
    expiresAt: null,
    pausedAt: null,
    hasPassphrase: false,
    viewCap: null,
    opens: 0,
    lastOpenedAt: null,
    since: true,
    feeds: false,
    notices: [],
    withdrawnAt: null,
    withdrawnReason: "",
    mayChange: true,
    ...over,
  };
}
