/** Reports of imports. */
import * as v from "valibot";
import { LEVELS, MESSAGE_KINDS, type MessageKind } from "../messages";
import { Flag, OrNull, Revision, Text, Whole } from "./parts";

const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[];
const Message = v.object({
  line: OrNull.whole,
  level: v.picklist(LEVELS),
  kind: v.picklist(KINDS),
  column: OrNull.text,
  text: Text,
});
export const Messages = v.array(Message);

const Counts = { accepted: Whole, corrected: Whole, unchanged: Whole, rejected: Whole };
export const ImportReport = v.object({ fileRejected: Flag, ...Counts, messages: Messages, revision: Revision });

export const OpenedImport = v.object({ id: Text });
export const PartReport = v.object({ part: Whole, ...Counts, messages: Messages });
export const StagedReport = v.object({ id: Text, name: Text, parts: Whole, ...ImportReport.entries });
