/** Finds an event by words of its title, source or reference, and picks one of those found. */
import { radioControl, textControl } from "../forms/controls";
import { api, asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { countOf, formatDateShort } from "../lib/format";
import { visibleText } from "../lib/user-text";
import type { Question } from "./ask-form";

/** The part of the API's event that the list shows. */
export interface FoundEvent {
  ref: string;
  date: string;
  title: string;
}

export interface EventPickerOptions {
  slug: string;
  name: string;
  label: string;
  /** What is to be said of an event beside its title, such as that it cannot count; "" for nothing. */
  noteOf: (event: FoundEvent) => string;
}

const LIMIT = 8;
const PAUSE_MS = 250;

export function eventPicker({ slug, name, label, noteOf }: EventPickerOptions): Question {
  const path = `/scenarios/${encodeURIComponent(slug)}/events`;
  const words = textControl({
    name: `${name}-words`,
    label: "Find the event",
    hint: "Words of its title, or its reference.",
  });
  const choice = radioControl({ name, label, as: "list", options: [] });
  const status = h("p", { class: "small muted", role: "status" });
  const known = new Map<string, FoundEvent>();
  let found: FoundEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const optionOf = (ref: string) => {
    const event = known.get(ref);
    if (!event) return { value: ref, label: ref };
    const note = noteOf(event);
    const text = `${formatDateShort(event.date)} · ${visibleText(event.title)} (${event.ref})`;
    return { value: ref, label: note === "" ? text : `${text}. ${note}` };
  };
  /** The chosen one stays in the list, whatever is searched for next. */
  const arrange = (chosen: string): void => {
    const refs = [...new Set([...(chosen === "" ? [] : [chosen]), ...found.map(({ ref }) => ref)])];
    choice.replace(refs.map(optionOf));
    choice.set(chosen);
    choice.element.hidden = refs.length === 0;
  };
  const search = async (): Promise<void> => {
    const q = words.value().trim();
    asked += 1;
    const mine = asked;
    if (q.length < 2) {
      found = [];
      status.textContent = "";
      return arrange(choice.value());
    }
    try {
      const query = new URLSearchParams({ q, limit: String(LIMIT) });
      const { events, nextCursor } = await api<{ events: FoundEvent[]; nextCursor: string | null }>(
        "GET",
        `${path}?${query.toString()}`,
      );
      if (mine !== asked) return;
      found = events;
      for (const event of events) known.set(event.ref, event);
      const many = nextCursor === null ? "" : "; there are more, so add a word";
      status.textContent =
        events.length === 0 ? "No event has these words." : `${countOf(events.length, "event")}${many}.`;
      arrange(choice.value());
    } catch (error) {
      if (mine === asked) status.textContent = asProblem(error).detail;
    }
  };
  words.element.addEventListener("input", (event) => {
    // The search is no answer: the form's draft keeps the event chosen.
    event.stopPropagation();
    clearTimeout(timer);
    timer = setTimeout(() => void search(), PAUSE_MS);
  });
  const describe = async (ref: string): Promise<void> => {
    const event = await api<FoundEvent>("GET", `${path}/${encodeURIComponent(ref)}`).catch(() => null);
    if (!event) return;
    known.set(ref, event);
    if (choice.value() === ref) arrange(ref);
  };
  arrange("");
  return {
    id: choice.id,
    element: h("div", { class: "stack tight picker" }, words.element, status, choice.element),
    value: choice.value,
    set: (ref) => {
      arrange(ref);
      if (ref !== "" && !known.has(ref)) void describe(ref);
    },
    problem: (problem) => {
      // Without a list of events there is nothing to show the problem under but the search.
      choice.problem(choice.element.hidden ? null : problem);
      words.problem(choice.element.hidden ? problem : null);
    },
    focus: () => (choice.element.hidden ? words : choice).focus(),
  };
}
