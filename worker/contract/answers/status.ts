/** How an instance stands. */
import * as v from "valibot";
import { Flag, Hash, Instant, Month, OrNull, Revision, Text, Whole } from "./parts";
import { Said } from "./view-verdicts";

const UsageCount = v.object({ requests: Whole, rowsRead: Whole, rowsWritten: Whole });

export const StatusAnswer = v.object({
  version: Text,
  at: Instant,
  warnings: v.array(Text),
  scenarios: v.array(
    v.object({
      slug: Text,
      title: Text,
      revision: Revision,
      head: Hash,
      pendingMonths: OrNull.whole,
      problem: v.nullable(Text),
    }),
  ),
  backup: v.nullable(v.object({ at: Instant, bytes: Whole, scheduled: Flag })),
  databaseBytes: Whole,
  usage: v.object({ today: UsageCount, month: UsageCount }),
  links: v.object({ open: Whole, paused: Whole, ended: Whole }),
  unsignedViews: Whole,
  failedMessages: Whole,
  wrongRecords: v.array(
    v.object({
      scenario: Text,
      month: Month,
      ...Said.entries,
      recordedAt: v.nullable(Instant),
      right: v.nullable(Revision),
    }),
  ),
  secrets: v.array(Text),
});
