/** How an event goes on: its steps, and whether what was planned came. */
import { daysInMonth } from "../../worker/core/months";
import type { ValidDate } from "../../worker/core/types";
import type { ViewIndicator } from "../../worker/core/view-types";
import type { ThreadStep } from "../../worker/contract/api-types";
import { formatDate } from "../lib/format";

/** A month counts as passed with its last day. */
function lastDay(date: ValidDate): string {
  return date.length === 7 ? `${date}-${daysInMonth(date)}` : date;
}

/** "Planned for 3 October 2012; nothing since." where that day has passed and no step that counts follows. "" if none. */
export function plannedInWords(
  step: Pick<ThreadStep, "ref" | "plannedFor" | "status">,
  thread: readonly Pick<ThreadStep, "follows" | "status">[],
  today: string,
): string {
  if (step.plannedFor === null) return "";
  const planned = `Planned for ${formatDate(step.plannedFor)}`;
  const went = thread.some(({ follows, status }) => follows === step.ref && status === "active");
  if (step.status === "retracted" || went || lastDay(step.plannedFor) >= today) return `${planned}.`;
  return `${planned}; nothing since.`;
}

/** What the step was, as the codebook or the list of states names it. */
export function stepInWords(
  { indicator: key, code, state }: Pick<ThreadStep, "indicator" | "code" | "state">,
  indicators: readonly Pick<ViewIndicator, "key" | "codebook" | "states">[],
): string {
  const indicator = indicators.find((one) => one.key === key);
  const entries: readonly { key: string; label: string }[] | undefined =
    state === null ? indicator?.codebook : indicator?.states;
  const wanted = state ?? code ?? "";
  return entries?.find((entry) => entry.key === wanted)?.label ?? wanted;
}
