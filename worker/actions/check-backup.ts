import type { MacCheck } from "../core/backup";
import { DomainError } from "../core/errors";
import { checkMac } from "../store/backup-mac";
import { openLine } from "../store/backup-lines";

/** What this instance can say of a backup's MAC, from its last line and the check sum of the line before it. */
export async function checkBackup(secret: string | undefined, previous: string, line: string): Promise<MacCheck> {
  const { content } = await openLine(line, null, previous);
  if (content.end === undefined) throw new DomainError("invalid", "Send the last line of the backup.", "line");
  return checkMac(secret, previous, content);
}
