import type { PageData } from "../../worker/contract/page";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";

/** How people and programs hear of what happens without looking. */
export function following({ slug, principal }: PageData): HTMLElement {
  const at = scenarioPath(slug);
  return h(
    "section",
    { class: "stack tight", "aria-labelledby": "following-title" },
    h("h2", { id: "following-title" }, "Following it"),
    h(
      "p",
      { class: "prose" },
      "A live link can have a feed and a calendar for its readers: tick “Readers may follow it” under who gets in. For programs with a key there are ",
      h("a", { href: `/api/v1${at}/feed.atom` }, "the scenario's own feed"),
      " and ",
      h("a", { href: `/api/v1${at}/deadlines.ics` }, "its calendar"),
      principal?.role === "owner" ? ", and " : ".",
      principal?.role === "owner" && h("a", { href: `${at}/webhooks` }, "webhooks"),
      principal?.role === "owner" && ", which send news to a program of yours.",
    ),
  );
}
