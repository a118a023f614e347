/** The questions that making a link and changing one have in common. */
import { MAX_OPENS } from "../../worker/core/sharing";
import { messages } from "../forms/control-parts";
import { textControl } from "../forms/controls";
import { h } from "../lib/dom";
import { type LinkProblems, type LinkValues } from "./options";

interface Field {
  element: HTMLElement;
  problem: (message: string | null) => void;
  focus: () => void;
}

interface TextField extends Field {
  value: () => string;
  set: (value: string) => void;
}

export interface CheckField extends Field {
  checked: () => boolean;
  set: (on: boolean) => void;
}

/** A checkbox with one line of what it does. */
export function checkField(name: string, label: string, hint: string): CheckField {
  const id = `field-${name}`;
  const box = h("input", { type: "checkbox", id, name, "aria-describedby": `${id}-hint` });
  const words = h("p", { class: "hint", id: `${id}-hint` }, hint);
  return {
    element: h(
      "div",
      { class: "field check" },
      h("label", { class: "choice", for: id }, box, h("span", {}, label)),
      words,
    ),
    checked: () => box.checked,
    set: (on) => void (box.checked = on),
    problem: () => undefined,
    focus: () => box.focus(),
  };
}

/** The end of any day up to this one is an instant that the API takes, in every zone. */
const LAST_DAY = "9999-12-30";

/** A day by the browser's own calendar, or none. */
function dayField(name: string, label: string, hint: string, min: string): TextField {
  const id = `field-${name}`;
  const input = h("input", { type: "date", id, name, min, max: LAST_DAY });
  const { hint: words, error, show } = messages({ name, label, hint }, input);
  const clear = h("button", { type: "button", class: "button small" }, "No end");
  clear.addEventListener("click", () => {
    input.value = "";
    // What depends on it hears of it as of typing.
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  });
  return {
    element: h(
      "div",
      { class: "field" },
      h("label", { for: id }, label, " ", h("span", { class: "optional" }, "(optional)")),
      words,
      h("div", { class: "copy" }, input, clear),
      error,
    ),
    value: () => input.value,
    set: (value) => void (input.value = value),
    problem: show,
    focus: () => input.focus(),
  };
}

export interface LinkFields {
  title: TextField;
  note: TextField;
  endsOn: TextField;
  viewCap: TextField;
  since: CheckField;
  feeds: CheckField;
  values: () => Omit<LinkValues, "passphrase">;
  set: (values: Omit<LinkValues, "passphrase">) => void;
  /** Puts each problem under its field, and goes to the first. Gives whether there was one. */
  show: (problems: LinkProblems, reveal: (name: keyof LinkValues) => void) => boolean;
}

/** `prefix` keeps the names apart where several forms stand on one page. */
export function linkFields(prefix: string, today: string): LinkFields {
  const title = textControl({ name: `${prefix}title`, label: "Title", hint: "Readers see it above the page." });
  const note = textControl({
    name: `${prefix}note`,
    label: "Note to the reader",
    optional: true,
    rows: 3,
    hint: "Shown beside the figures, without your name.",
  });
  const endsOn = dayField(
    `${prefix}ends`,
    "Ends on",
    "The last day on which it can be read, to its end where you are. Later it says that it expired.",
    today,
  );
  const viewCap = textControl({
    name: `${prefix}cap`,
    label: "How often it may be opened",
    optional: true,
    inputmode: "decimal",
    hint: `A number from 1 to ${MAX_OPENS.toLocaleString("en-GB")}; empty for any number. Only a press of its Open button counts.`,
  });
  const since = checkField(
    `${prefix}since`,
    "Readers may see what changed since",
    "Counts and figures of now beside those of then; no titles, no names.",
  );
  const feeds = checkField(
    `${prefix}feeds`,
    "Readers may follow it",
    "A feed of verdict changes and of the page's note, and a calendar of deadlines; not with a passphrase or a limit.",
  );
  const texts = { title, note, endsOn, viewCap };
  return {
    ...texts,
    since,
    feeds,
    values: () => ({
      title: title.value(),
      note: note.value(),
      endsOn: endsOn.value(),
      viewCap: viewCap.value(),
      since: since.checked(),
      feeds: feeds.checked(),
    }),
    set: (values) => {
      title.set(values.title);
      note.set(values.note);
      endsOn.set(values.endsOn);
      viewCap.set(values.viewCap);
      since.set(values.since);
      feeds.set(values.feeds);
    },
    show(problems, reveal) {
      const names = ["title", "note", "endsOn", "viewCap"] as const;
      for (const name of names) texts[name].problem(problems[name] ?? null);
      const first = names.find((name) => problems[name] !== undefined);
      if (first === undefined) return false;
      reveal(first);
      texts[first].focus();
      return true;
    },
  };
}
