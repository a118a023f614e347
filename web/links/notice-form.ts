/** A correction that a person writes above a shared page, which itself stays as it is. */
import type { ChangedLink, Snapshot } from "../../worker/contract/link-types";
import { LINK_NOTE_LIMIT } from "../../worker/core/sharing";
import { textControl } from "../forms/controls";
import { now } from "../lib/clock";
import { h } from "../lib/dom";
import { formatUtcDay } from "../lib/format";
import { changeLink } from "./link-calls";
import { smallForm } from "./small-form";

export const noticeDraft = (name: string): string => `${name}.notice`;

export interface NoticeOptions {
  link: Pick<Snapshot, "id">;
  /** Keeps the names apart where several forms stand on one page. */
  name: string;
  /** What is proposed to begin with. */
  start: string;
  onDone: (link: ChangedLink) => void;
  onCancel: () => void;
}

export function noticeForm({ link, name, start, onDone, onCancel }: NoticeOptions): HTMLFormElement {
  const text = textControl({
    name: `notice-${name}`,
    label: "Correction notice",
    hint: `Stands above the page as \u201cCorrection, ${formatUtcDay(now())}: \u2026\u201d. It cannot be edited or removed afterwards, only followed by another.`,
    rows: 4,
  });
  text.set(start);
  const problem = (): string | null => {
    const typed = text.value().trim();
    if (typed === "" || typed === start.trim()) return "Say what was wrong, and what is right.";
    // By characters as people count them, as the server does.
    return [...typed].length > LINK_NOTE_LIMIT ? `Shorten this to ${LINK_NOTE_LIMIT} characters.` : null;
  };
  return smallForm({
    kept: {
      name: `links.${noticeDraft(name)}`,
      fields: ["text"],
      values: () => ({ text: text.value() }),
      set: ({ text: typed = "" }) => text.set(typed),
    },
    content: [text.element, h("p", { class: "small muted" }, "The figures below it stay as they were frozen.")],
    label: "Put it above the page",
    busyLabel: "Sending",
    check() {
      const found = problem();
      text.problem(found);
      if (found !== null) text.focus();
      return found === null;
    },
    async send() {
      const changed = await changeLink(link.id, { notice: text.value().trim() });
      return () => onDone(changed);
    },
    onCancel,
  });
}
