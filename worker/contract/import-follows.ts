import { showValue } from "./text";

/** As much of a row's decision as this needs. */
export type Followable =
  | { row: "create" | "correct" | "unchanged"; line: number; ref: string | null; content: { follows: string | null } }
  | { row: "reject"; line: number; ref: string | null };

/**
 * Rejects rows that follow an event which is neither in the log nor among the rows that stay; as rejected rows take
 * those that follow them along, each is looked at once when its target falls.
 */
export function rejectDangling<T extends Followable>(
  decisions: readonly T[],
  existing: { has(ref: string): boolean },
  say: (line: number, text: string) => void,
): (T | { row: "reject"; line: number; ref: string | null })[] {
  const settled: (T | { row: "reject"; line: number; ref: string | null })[] = [...decisions];
  const standing = new Set<string>();
  const rejected = new Map<string, number>();
  for (const one of decisions) {
    if (one.ref === null) continue;
    if (one.row === "reject") rejected.set(one.ref, one.line);
    else standing.add(one.ref);
  }

  const followers = new Map<string, number[]>();
  const waiting: number[] = [];
  decisions.forEach((one, i) => {
    const follows = one.row === "reject" ? null : one.content.follows;
    if (follows === null) return;
    if (follows === one.ref) waiting.push(i);
    else if (existing.has(follows)) return;
    else if (!standing.has(follows)) waiting.push(i);
    else followers.set(follows, followers.get(follows)?.concat(i) ?? [i]);
  });

  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    const one = settled[i];
    if (one === undefined || one.row === "reject") continue;
    say(one.line, problem(one.content.follows ?? "", one.ref, rejected));
    settled[i] = { row: "reject", line: one.line, ref: one.ref };
    if (one.ref === null) continue;
    rejected.set(one.ref, one.line);
    waiting.push(...(followers.get(one.ref) ?? []));
  }
  return settled;
}

function problem(follows: string, ref: string | null, rejected: ReadonlyMap<string, number>): string {
  if (follows === ref) return "An event cannot follow itself. Leave it empty or name the earlier event.";
  const line = rejected.get(follows);
  if (line !== undefined) return `It follows ${follows} on line ${line}, which was rejected. Correct that row first.`;
  return `There is no event ${showValue(follows)} in the file or in the log. Name one that is there, or leave it empty.`;
}
