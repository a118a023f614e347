/** Pages of a backup, and how far a restore is. */
import * as v from "valibot";
import { MAC_CHECKS } from "../../core/backup";
import { Flag, OrNull, Text, Whole } from "./parts";

export const BackupPageAnswer = v.object({
  lines: v.pipe(v.array(Text), v.description("Lines of the file, in order, each without its line break")),
  next: v.pipe(OrNull.text, v.description("Send it as `after` for the next page; null after the last")),
});

export const MacAnswer = v.object({
  mac: v.pipe(
    v.picklist(MAC_CHECKS),
    v.description(
      "`right`: this instance wrote these lines; `wrong`: it did not, though the file names its key; `foreign`: " +
        "another LINK_SECRET; `none`: unsigned",
    ),
  ),
});

export const RestoreAnswer = v.object({
  next: v.pipe(Whole, v.description("Number of the line that is needed next; the first is 1")),
  done: Flag,
});
