/** Events that the one being typed may repeat: shown above Save, with "add as a report" first. */
import type { ApiEvent, SimilarEvent } from "../../worker/contract/api-types";
import { isWebAddress } from "../../worker/contract/check-source";
import type { FormValues } from "../forms/values";
import { parsePast } from "../forms/when";
import type { Days } from "../lib/clock";
import { h } from "../lib/dom";
import { formatDateShort } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText, visibleText } from "../lib/user-text";

/** Fewer letters than this are like everything. */
const TITLE_FROM = 6;
const SHOWN = 2;
/** The server's word for events that have nothing but their source in common. */
const SAME_SOURCE = "same source";

export type SimilarQuestion = Record<"indicator" | "code" | "date" | "title" | "sourceUrl", string>;

/** What to ask by, once there is enough to go by: an address, or a day and some words. */
export function similarQuestion(values: FormValues, days: Days): SimilarQuestion | null {
  const when = parsePast(values.date, days);
  const date = when.ok ? when.date : "";
  const title = values.title.trim();
  const sourceUrl = isWebAddress(values.sourceUrl.trim()) ? values.sourceUrl.trim() : "";
  const enough = sourceUrl !== "" || (date !== "" && title.length >= TITLE_FROM);
  return enough ? { indicator: values.indicator, code: values.code, date, title, sourceUrl } : null;
}

export interface SimilarBox {
  element: HTMLElement;
  show(found: SimilarEvent[] | null): void;
  /** Whether a likely duplicate is still without an answer; asks for one, and a save waits for it. */
  hold(): boolean;
  /** The server did not say: nobody should take silence for "no duplicate". */
  failed(): void;
}

interface SimilarOptions {
  slug: string;
  onReport: (event: ApiEvent) => void;
  /** A save that was held can go on: it is a new event. */
  onNew: () => void;
}

export function similarBox({ slug, onReport, onNew }: SimilarOptions): SimilarBox {
  const element = h("div", { class: "similar", role: "status" });
  let dismissed = new Set<string>();
  let found: SimilarEvent[] = [];
  let held = false;
  const unanswered = (): SimilarEvent[] =>
    found.filter(({ likeness, event }) => likeness === "likely" && !dismissed.has(event.id));

  const link = (event: ApiEvent): HTMLElement =>
    h(
      "a",
      { href: scenarioPath(slug, `/events/${encodeURIComponent(event.id)}`), target: "_blank", rel: "noopener" },
      event.ref,
    );

  const likely = ({ event, why }: SimilarEvent, more: Node | null): HTMLElement =>
    h(
      "div",
      { class: "likely" },
      h(
        "p",
        { class: "clamped" },
        "Looks like ",
        link(event),
        ` (${formatDateShort(event.date)}): `,
        userText(event.title),
        why !== "" && h("span", { class: "muted" }, ` (${visibleText(why)})`),
      ),
      h(
        "div",
        { class: "row" },
        h(
          "button",
          { class: "button small", type: "button", onclick: () => onReport(event) },
          "Add as a report to that one",
        ),
        more,
      ),
    );

  const related = ({ event, why }: SimilarEvent): HTMLElement =>
    h(
      "p",
      { class: "small muted clamped" },
      why === SAME_SOURCE ? "Also from this source: " : "Perhaps related: ",
      link(event),
      ` (${formatDateShort(event.date)}) `,
      userText(event.title),
    );

  function draw(): void {
    const open = unanswered();
    const others = found.filter(({ likeness }) => likeness === "related");
    const isNew = h("button", { class: "button small quiet", type: "button" }, "It is a new event");
    isNew.addEventListener("click", () => {
      dismissed = new Set([...dismissed, ...open.map(({ event }) => event.id)]);
      draw();
      if (held) onNew();
      held = false;
    });
    const nearest = open.slice(0, SHOWN);
    element.replaceChildren(
      ...(held && open.length > 0 ? [h("p", {}, h("strong", {}, "Before it is saved: is this the same event?"))] : []),
      ...nearest.map((one, at) => likely(one, at === nearest.length - 1 ? isNew : null)),
      // Beside a likely duplicate they would only distract.
      ...(open.length > 0 ? [] : others.slice(0, SHOWN).map(related)),
    );
    element.classList.toggle("warns", open.length > 0);
  }

  return {
    element,
    show(answer) {
      found = answer ?? [];
      draw();
    },
    hold() {
      held = unanswered().length > 0;
      if (!held) return false;
      draw();
      element.querySelector("button")?.focus();
      return true;
    },
    failed() {
      found = [];
      element.classList.remove("warns");
      element.replaceChildren(
        h("p", { class: "small muted" }, "Not checked for duplicates: the server did not answer."),
      );
    },
  };
}
