/** Messages of an import, many alike as one: 5,000 rows with the same fault are one thing to put right. */
import { LEVELS, type ImportMessage, type Level } from "../../worker/contract/messages";

/** From so many on, messages of one kind and column stand together. */
const ALIKE = 4;
const NAMED_LINES = 4;

export interface MessageGroup {
  level: Level;
  column: string | null;
  messages: ImportMessage[];
}

/** Errors first, then in the order of the file; a group stands where its first message does. */
export function groupMessages(messages: readonly ImportMessage[]): MessageGroup[] {
  const alike = new Map<string, ImportMessage[]>();
  for (const one of messages) {
    const key = `${one.level} ${one.kind} ${one.column ?? ""}`;
    const found = alike.get(key);
    if (found) found.push(one);
    else alike.set(key, [one]);
  }
  const groups = [...alike.values()].flatMap((found) => (found.length < ALIKE ? found.map((one) => [one]) : [found]));
  return groups
    .flatMap((found): MessageGroup[] => {
      const [first] = found;
      return first ? [{ level: first.level, column: first.column, messages: found }] : [];
    })
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || firstLine(a) - firstLine(b));
}

function firstLine({ messages: [first] }: MessageGroup): number {
  return first?.line ?? 0;
}

/** "2, 3, 4, 5 and 4,996 more". */
export function linesInWords(messages: readonly ImportMessage[]): string {
  const lines = [...new Set(messages.map(({ line }) => line))].filter((line) => line !== null);
  const shown = lines.slice(0, NAMED_LINES).join(", ");
  const more = lines.length - NAMED_LINES;
  return more > 0 ? `${shown} and ${more.toLocaleString("en-GB")} more` : shown;
}
