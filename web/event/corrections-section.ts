/** The ways to put an event right: correct, retract, undo, and for an owner to remove text for good. */
import { retractDraft, retractForm } from "../forms/retract";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { workPlace } from "../propositions/work-place";
import type { Dossier } from "./dossier";
import { redactForm } from "./redact-form";
import { button, section } from "./section";
import { undoPanel } from "./undo-panel";

export interface CorrectionOptions {
  onCorrect: () => void;
  onRetracted: () => void;
}

export function correctionsSection(dossier: Dossier, { onCorrect, onRetracted }: CorrectionOptions): HTMLElement {
  const { page, event } = dossier;
  const active = event.status === "active";
  const owner = page.principal?.role === "owner";
  const retract = (): void =>
    work.open("Retract this event", (onCancel) => retractForm({ slug: page.slug, event, onRetracted, onCancel }));
  const redact = (): void => work.open("Remove text for good", (onCancel) => [redactForm(dossier, onCancel)]);
  const work = workPlace(
    ...(active ? [button("Correct", onCorrect), button("Retract", () => retract(), "danger")] : []),
    button("Undo my last change", () => work.open("Undo my last change", (onCancel) => [undoPanel(dossier, onCancel)])),
    ...(owner ? [button("Remove text for good", redact, "danger")] : []),
  );
  if (active && hasDraft(page.slug, retractDraft(event))) retract();
  if (owner && hasDraft(page.slug, `event.${event.id}.redaction`)) redact();
  return section(
    "corrections",
    "Corrections",
    h(
      "p",
      { class: "muted" },
      active
        ? "A correction is a new version with a reason; a retraction takes the event out of the index and keeps it readable."
        : "A retracted event cannot be corrected. Undo brings it back if retracting it was your last change.",
    ),
    work.element,
  );
}
