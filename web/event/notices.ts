/** What must be known before anything else is read: that an event is retracted, or that texts of it are gone. */
import { formatUtcDay } from "../lib/format";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import type { Dossier } from "./dossier";
import { removedInWords } from "./redaction-words";

export function notices({ event, versions, life }: Dossier): HTMLElement[] {
  const retraction = event.status === "retracted" ? versions.find(({ op }) => op === "retract") : undefined;
  return [
    ...(retraction
      ? [
          h(
            "p",
            { class: "notice warning" },
            h("strong", {}, `Retracted on ${formatUtcDay(retraction.recordedAt)} by `, userText(retraction.by), ". "),
            "Reason: ",
            userText(retraction.reason),
          ),
        ]
      : []),
    ...life.redactions.map((redaction) =>
      h(
        "p",
        { class: "notice" },
        h(
          "strong",
          {},
          `Text was removed for good on ${formatUtcDay(redaction.recordedAt)} by `,
          userText(redaction.by),
          `: ${removedInWords(redaction)}. `,
        ),
        "Reason: ",
        userText(redaction.reason),
      ),
    ),
  ];
}
