/** A link as its readers see it: the page itself, drawn by the same code, in a frame that says that it is a preview. */
import type { LinkPreview } from "../../worker/contract/link-types";
import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";
import { snapshotBody } from "../snapshot/body";
import { drawSlots } from "../view/slot";
import "../styles/snapshot.css";

interface Shown {
  close: () => void;
  onTaken: () => void;
}

/** Its ids are unique, so that one is shown at a time. */
let shown: Shown | null = null;

export function closePreview(): void {
  shown?.close();
  shown = null;
}

export interface PreviewPlace {
  place: HTMLElement;
  label: string;
  /** Stands above the frame. */
  head?: Node;
  /** Another one is shown instead. */
  onTaken?: () => void;
}

/** Draws into a place that is on the page: the charts are as wide as it is. */
export function showPreview({ view, page }: LinkPreview, { place, label, head, onTaken }: PreviewPlace): void {
  const before = shown;
  closePreview();
  before?.onTaken();
  const { element, slots, below } = snapshotBody(view, page);
  const frame = h(
    "div",
    { class: "as-reader", role: "region", "aria-label": visibleText(label), tabindex: 0 },
    element,
  );
  place.replaceChildren(...(head ? [head] : []), frame);
  const undraw = drawSlots(slots, below);
  shown = {
    close() {
      undraw();
      place.replaceChildren();
    },
    onTaken: onTaken ?? (() => undefined),
  };
}
