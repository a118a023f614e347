/** What is shown in the form's place once its source has become a report of an event that was logged before. */
import type { ApiEvent } from "../../worker/contract/api-types";
import type { PageData } from "../../worker/contract/page";
import { doneNotice } from "../forms/done-notice";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";

interface ReportedOptions {
  page: PageData;
  event: ApiEvent;
  onAnother: () => void;
  leave: HTMLElement;
}

export function reportedNotice({ page, event, onAnother, leave }: ReportedOptions): HTMLElement {
  return doneNotice(
    "Added as a report",
    [
      h(
        "p",
        {},
        "The source now stands with ",
        h("a", { href: scenarioPath(page.slug, `/events/${encodeURIComponent(event.id)}`) }, event.ref),
        " ",
        userText(event.title),
        ".",
      ),
      h("p", {}, "No new event was made, and no points moved: they follow the grade of its first source."),
    ],
    { onAnother, leave },
  );
}
