/** Asks about the dates of an event form whose year looks mistyped, each under its field, as soon as it is typed. */
import type { AskedDates, AskedField, LikelyDates } from "../../worker/contract/likely-dates";
import { unlikelyDates } from "../../worker/contract/likely-dates";
import { yearWords } from "../../worker/core/year-words";
import { daysNow } from "../lib/clock";
import { confirmBox } from "./confirm-box";
import type { Question } from "./confirm-box";
import type { Control } from "./control-parts";
import { whenOf } from "./event-input";

const ASKED = ["date", "plannedFor", "sourcePublished"] as const;

export interface DateQuestions {
  /** Which dates need no question, and which stand already; until it is known, none is asked about. */
  judgeBy(likely: LikelyDates, standing?: AskedDates): void;
  /** After a field has changed. */
  refresh(): void;
  /** What the server asks about a date that was not asked about here. */
  ask(field: AskedField, text: string): void;
  /** Whether a question about one of these fields waits for its answer; then goes to it. */
  holds(fields?: readonly AskedField[]): boolean;
  /** Whether something was asked and all of it is right. */
  confirmed(): boolean;
}

export const isAskedField = (name: string): name is AskedField => ASKED.some((field) => field === name);

/** "You typed 6 oct 1026: that is the year one thousand and twenty-six. It is 983 years before this scenario begins ..." */
export function questionOf(typed: string, date: string, why: string): Question {
  return {
    text: `You typed ${typed.trim()}: that is the year ${yearWords(date)}. It ${why}. Is the year right?`,
    answer: `Yes, ${date.slice(0, 4)} is right.`,
    insist: "Say that the year is right, or put it right above.",
  };
}

export function dateQuestions(fields: Record<AskedField, Control>): DateQuestions {
  const boxes = ASKED.map((field) => {
    const box = confirmBox(`confirm-${field}`);
    fields[field].element.append(box.element);
    return { field, box };
  });
  /** What the server asked, by field: it holds for the text that stood there. */
  const asked = new Map<AskedField, { typed: string; text: string }>();
  let likely: LikelyDates | null = null;
  let standing: AskedDates = {};

  function questionFor(field: AskedField): Question | null {
    const { date, plannedFor, sourcePublished } = fields;
    const values = {
      date: date.value(),
      plannedFor: plannedFor.value(),
      sourcePublished: sourcePublished.value(),
    };
    const typed = values[field];
    const when = typed.trim() === "" ? null : whenOf(field, values, daysNow());
    if (!when?.ok) return null;
    const [unlikely] = likely ? unlikelyDates({ [field]: when.date }, likely, standing) : [];
    if (unlikely) return questionOf(typed, when.date, unlikely.why);
    const byServer = asked.get(field);
    return byServer?.typed === typed ? { ...questionOf(typed, when.date, ""), text: byServer.text } : null;
  }

  const refresh = (): void => {
    for (const { field, box } of boxes) box.ask(questionFor(field));
  };
  return {
    judgeBy(next, stands = {}) {
      [likely, standing] = [next, stands];
      refresh();
    },
    refresh,
    ask(field, text) {
      asked.set(field, { typed: fields[field].value(), text });
      refresh();
    },
    holds(among = ASKED) {
      const chosen = boxes.filter(({ field }) => among.includes(field));
      // All of them, so that each says that it waits; the first keeps the focus.
      return chosen.toReversed().filter(({ box }) => box.holds()).length > 0;
    },
    confirmed: () => boxes.some(({ box }) => box.confirmed()),
  };
}
