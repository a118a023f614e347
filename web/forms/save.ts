/** What the page says about a refused save: problems under their fields, the rest in the summary. */
import { asProblem } from "../lib/api";
import { problemsByField } from "./check";
import type { EventForm } from "./event-form";

export function showRefusal(form: EventForm, error: unknown, ...more: Node[]): void {
  const problem = asProblem(error);
  const { problems, other } = problemsByField(problem.errors);
  const mapped = Object.keys(problems).length > 0;
  const general = other.length > 0 ? other.join(" ") : mapped ? undefined : problem.detail;
  form.show(problems, general, ...more);
}
