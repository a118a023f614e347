/** The lists of "This week". A kind of which nothing waits has no section. */
import type { DueClaim, OpenThread, Week } from "../../worker/contract/api-types";
import type { EventReview, Month } from "../../worker/core/types";
import { type Child, h } from "../lib/dom";
import { formatDate, formatDateShort } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { eventLine, type EventLineOptions } from "./event-line";
import { dueInWords, MONTHS_END, threadInWords } from "./week-words";

export interface SectionOptions extends EventLineOptions {
  writes: boolean;
}

export function section(id: string, title: string, count: number, ...content: Child[]): HTMLElement {
  const heading = h("h2", { id, tabindex: -1 }, title, " ", h("span", { class: "count" }, count));
  return h("section", { class: "stack tight", "aria-labelledby": id }, heading, ...content);
}

/** The newest of the events of a review state, and the way to all of them. */
export function reviewSection(
  state: EventReview,
  { count, events }: Week["unreviewed"],
  options: SectionOptions,
): HTMLElement | null {
  if (count === 0) return null;
  const title = state === "disputed" ? "Disputed" : "Not yet reviewed";
  const all = h("a", { href: scenarioPath(options.slug, `/events?review=${state}`) }, `All ${count}`);
  return section(
    `${state}-title`,
    title,
    count,
    h(
      "p",
      { class: "small muted" },
      state === "disputed"
        ? "A second person holds another grade or code. Correct the event, or say on its page why it stands."
        : "A second person reads the source and grades it before seeing the first grade.",
    ),
    h("ul", { class: "plain" }, ...events.map((event) => eventLine(event, options))),
    count > events.length && h("p", {}, all),
  );
}

export function threadSection(threads: OpenThread[], { slug, indicators, writes }: SectionOptions): HTMLElement | null {
  if (threads.length === 0) return null;
  const item = (thread: OpenThread): HTMLElement => {
    const { ref, date, title, indicator } = thread;
    const next = new URLSearchParams({ follows: ref, indicator });
    return h(
      "li",
      { class: "waiting-event" },
      h("span", { class: "date" }, formatDateShort(date)),
      h(
        "div",
        {},
        h("p", {}, h("a", { href: scenarioPath(slug, `/events/${encodeURIComponent(ref)}`) }, userText(title))),
        h(
          "p",
          { class: "small muted" },
          `${indicators.find(({ key }) => key === indicator)?.label ?? indicator}, ${threadInWords(thread)}`,
        ),
        writes &&
          h("p", { class: "small" }, h("a", { href: scenarioPath(slug, `/log?${next}`) }, "Log what came of it")),
      ),
    );
  };
  return section(
    "threads-title",
    "Announced, nothing since",
    threads.length,
    h("ul", { class: "plain" }, ...threads.map(item)),
  );
}

export function claimSection(claims: DueClaim[], { slug }: SectionOptions): HTMLElement | null {
  if (claims.length === 0) return null;
  const item = (claim: DueClaim): HTMLElement =>
    h(
      "li",
      { class: "waiting-item" },
      h("a", { href: scenarioPath(slug, `/propositions/${encodeURIComponent(claim.id)}`) }, userText(claim.question)),
      h("p", { class: "small muted" }, `${claim.id}, ${dueInWords(claim)}`),
    );
  return section("claims-title", "Claims due", claims.length, h("ul", { class: "plain" }, ...claims.map(item)));
}

/** The call to close the last month that is over, by UTC. */
export function closeCard({ month, closed }: Week["lastMonth"], { slug, writes }: SectionOptions): HTMLElement {
  const name = formatDate(month);
  const href = scenarioPath(slug, `/close?month=${month}`);
  if (closed)
    return h("p", { class: "small muted" }, `${name} is closed. `, writes && h("a", { href }, "Look at it again"));
  return h(
    "section",
    { class: "card stack tight", "aria-labelledby": "close-title" },
    h("h2", { id: "close-title" }, `${name} is over`),
    h(
      "p",
      {},
      "To close it: see what was looked at and reviewed, write a note of a few sentences, freeze the month-end.",
    ),
    writes
      ? h("p", {}, h("a", { class: "button primary", href }, `Close ${name}`))
      : h("p", { class: "muted" }, "An analyst closes it."),
    h("p", { class: "small muted" }, MONTHS_END),
  );
}

/** Months of the last twelve that nobody looked at, each with what can be done. */
export function monthRows(
  months: readonly Month[],
  { slug, writes }: SectionOptions,
  onMonth: (month: Month) => void,
): HTMLElement {
  const row = (month: Month): HTMLElement =>
    h(
      "li",
      { class: "waiting-month" },
      h("span", {}, formatDateShort(month)),
      writes &&
        h(
          "span",
          { class: "row" },
          h(
            "button",
            { class: "button small", type: "button", onclick: () => onMonth(month) },
            "We looked",
            forMonth(month),
          ),
          h(
            "a",
            { class: "button small quiet", href: scenarioPath(slug, `/log?date=${month}`) },
            "Log an event",
            inMonth(month),
          ),
        ),
    );
  return h("ul", { class: "plain" }, ...months.map(row));
}

/** Twelve buttons of one name would tell a listener nothing. */
const forMonth = (month: Month): Node => h("span", { class: "visually-hidden" }, ` at ${formatDate(month)}`);
const inMonth = (month: Month): Node => h("span", { class: "visually-hidden" }, ` in ${formatDate(month)}`);
