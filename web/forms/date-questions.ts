/** Asks about the dates of an event form whose year looks mistyped, each under its field, as soon as it is typed. */
import type { AskedDates, AskedField, LikelyDates } from "../../worker/contract/likely-dates";
import { likelyDates, unlikelyDates } from "../../worker/contract/likely-dates";
import { lastDayOf, monthOf, monthsBetween } from "../../worker/core/months";
import type { ScenarioView } from "../../worker/core/view-types";
import { yearWords } from "../../worker/core/year-words";
import { daysNow } from "../lib/clock";
import { confirmBox } from "./confirm-box";
import type { Question } from "./confirm-box";
import type { Control } from "./control-parts";
import { whenOf } from "./event-input";

const ASKED = ["date", "plannedFor", "sourcePublished"] as const;

export interface DateQuestions {
  /** Dates that stand in the log already are not asked about. */
  stand(dates: AskedDates): void;
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

type Known = Pick<ScenarioView, "registeredOn" | "months"> & { coverage: Pick<ScenarioView["coverage"], "from"> };

/** Which dates need no question, as near as a view tells: the server knows the day of the first event, a view its month. */
export function likelyIn({ registeredOn, coverage, months }: Known, today: string): LikelyDates {
  const baselineMonths = monthsBetween(coverage.from, monthOf(registeredOn));
  const first = months.find(({ events }) => events > 0);
  return likelyDates({ registeredOn, baselineMonths }, first ? lastDayOf(first.month) : null, today);
}

/** "You typed 6 oct 1026: that is the year one thousand and twenty-six. It is 983 years before this scenario begins ..." */
export function questionOf(typed: string, date: string, why: string): Question {
  return {
    text: `You typed ${typed.trim()}: that is the year ${yearWords(date)}. It ${why}. Is the year right?`,
    answer: `Yes, ${date.slice(0, 4)} is right.`,
    insist: "Say that the year is right, or put it right above.",
  };
}

type Field = Pick<Control, "element" | "value">;

export function dateQuestions(fields: Partial<Record<AskedField, Field>>, view: Known): DateQuestions {
  const boxes = ASKED.flatMap((field) => {
    const control = fields[field];
    if (!control) return [];
    const box = confirmBox(`confirm-${field}`);
    control.element.append(box.element);
    return [{ field, box }];
  });
  const typedIn = (field: AskedField): string => fields[field]?.value() ?? "";
  /** What the server asked, by field: it holds for the text that stood there. */
  const asked = new Map<AskedField, { typed: string; text: string }>();
  let standing: AskedDates = {};

  function questionFor(field: AskedField): Question | null {
    const [date, plannedFor, sourcePublished] = [typedIn("date"), typedIn("plannedFor"), typedIn("sourcePublished")];
    const typed = typedIn(field);
    const days = daysNow();
    const when = typed.trim() === "" ? null : whenOf(field, { date, plannedFor, sourcePublished }, days);
    if (!when?.ok) return null;
    const [unlikely] = unlikelyDates({ [field]: when.date }, likelyIn(view, days.today), standing);
    if (unlikely) return questionOf(typed, when.date, unlikely.why);
    const byServer = asked.get(field);
    return byServer?.typed === typed ? { ...questionOf(typed, when.date, ""), text: byServer.text } : null;
  }

  const refresh = (): void => {
    for (const { field, box } of boxes) box.ask(questionFor(field));
  };
  return {
    stand(dates) {
      standing = dates;
      refresh();
    },
    refresh,
    ask(field, text) {
      asked.set(field, { typed: typedIn(field), text });
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
