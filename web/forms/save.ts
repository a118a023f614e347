/** What the page says about a refused save: problems under their fields, the rest in the summary. */
import { HOW_TO_CONFIRM } from "../../worker/contract/check-date";
import { asProblem } from "../lib/api";
import { problemsByField } from "./check";
import { isAskedField } from "./date-questions";
import type { EventForm } from "./event-form";

export function showRefusal(form: EventForm, error: unknown, ...more: Node[]): void {
  const problem = asProblem(error);
  const asked = problem.errors.filter(({ code }) => code === "unlikely-date");
  for (const { field, message } of asked) {
    if (isAskedField(field)) form.dates.ask(field, message.replace(HOW_TO_CONFIRM, ""));
  }
  if (form.dates.holds()) return form.show({});
  const { problems, other } = problemsByField(problem.errors);
  const mapped = Object.keys(problems).length > 0;
  const general = other.length > 0 ? other.join(" ") : mapped ? undefined : problem.detail;
  form.show(problems, general, ...more);
}
