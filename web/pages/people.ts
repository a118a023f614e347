import type { PageData } from "../../worker/contract/page";
import { byId, embedded, h } from "../lib/dom";
import { fillHeader } from "../lib/header";
import { inviteForm } from "../people/invite-form";
import { peopleList } from "../people/people-list";

const page = embedded<PageData>("page");
const people = peopleList();

fillHeader(page, "people");
byId("main").replaceChildren(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "People"),
    h(
      "p",
      { class: "prose" },
      "Who may come in, as what, and with what. A change counts from the person's next request on; the name of somebody who left stays on what they wrote.",
    ),
    h(
      "details",
      { class: "card more" },
      h("summary", {}, "Invite somebody"),
      inviteForm((invited) => void people.add(invited)),
    ),
    h(
      "section",
      { class: "stack", "aria-labelledby": "people-title" },
      h("h2", { id: "people-title" }, "Everybody"),
      people.element,
    ),
  ),
);
void people.load();
