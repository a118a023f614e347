import { DomainError } from "../core/errors";
import { sha256 } from "./hash";

const SUM = /,"sum":"([0-9a-f]{64})"}$/;

/**
 * One line of a backup. Its check sum is the SHA-256 of the sum before it, a line break and the line without the sum: so the
 * last one covers every line, and the first that does not fit is where the file was changed.
 */
export async function sealLine(previous: string, content: object): Promise<{ line: string; sum: string }> {
  const text = JSON.stringify(content);
  const sum = await sha256(`${previous}\n${text}`);
  return { line: `${text.slice(0, -1)},"sum":"${sum}"}`, sum };
}

/** The content of a line, if it is the one that follows; a refusal that names the line otherwise, the last one by null. */
export async function openLine(
  line: string,
  number: number | null,
  previous: string,
): Promise<{ content: Record<string, unknown>; sum: string }> {
  const sum = SUM.exec(line)?.[1] ?? "";
  const text = line.replace(SUM, "}");
  const content = sum !== "" && (await sha256(`${previous}\n${text}`)) === sum ? parseLine(text) : null;
  if (content !== null) return { content, sum };
  const which = number === null ? "The last line" : `Line ${number}`;
  throw new DomainError(
    "invalid",
    `${which} of the backup was changed, or does not follow the line before it. Take another copy of the file.`,
    "lines",
  );
}

/** Anybody can sum a line that is no JSON. */
function parseLine(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
