import type { EventField } from "./columns";
import type { Level, MessageKind } from "./messages";

/** A message about one field of an event. */
export interface FieldMessage {
  field: EventField;
  level: Level;
  kind: MessageKind;
  text: string;
}

/** Collects what the checks of one event find, in the order in which they find it. */
export interface EventReport {
  messages: FieldMessage[];
  error(field: EventField, kind: MessageKind, text: string): void;
  warn(field: EventField, kind: MessageKind, text: string): void;
}

export function newReport(): EventReport {
  const messages: FieldMessage[] = [];
  return {
    messages,
    error: (field, kind, text) => messages.push({ field, level: "error", kind, text }),
    warn: (field, kind, text) => messages.push({ field, level: "warning", kind, text }),
  };
}
