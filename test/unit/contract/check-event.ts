import { checkEvent } from "../../../worker/contract/event-input";
import { rawEvent, shippedRegistration } from "./helpers";

export const registration = shippedRegistration();
export const TODAY = "2026-11-24";

export function check(members: Record<string, unknown>, options: { strictScope?: boolean; today?: string } = {}) {
  return checkEvent(rawEvent(members), registration, { latest: TODAY, ...options });
}

/** The messages as "field level kind" and whether there is content. */
export function verdict(members: Record<string, unknown>, options = {}) {
  const { content, messages } = check(members, options);
  return [
    ...messages.map(({ field, level, kind }) => `${field} ${level} ${kind}`),
    content === null ? "refused" : "kept",
  ];
}

export function textOf(members: Record<string, unknown>): string {
  return check(members)
    .messages.map((message) => message.text)
    .join(" ");
}
