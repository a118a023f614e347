import type { PageData } from "../../worker/contract/page";
import { messagePlace } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { fillHeader } from "../lib/header";
import { webhookCalls } from "../webhooks/calls";
import { hookForm } from "../webhooks/hook-form";
import { hookList } from "../webhooks/hook-list";

const page = embedded<PageData>("page");
const calls = webhookCalls(page.slug);
const message = messagePlace();
const list = hookList(calls);

async function load(): Promise<void> {
  try {
    list.fill(await calls.load());
  } catch (error) {
    message.show("danger", asProblem(error).detail);
  }
}

fillHeader(page, "links");
byId("main").replaceChildren(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Webhooks"),
    h(
      "p",
      { class: "prose" },
      "A webhook sends news of this scenario to a program of yours: when the verdict becomes another, and when a month gets its note. Each message is signed with a secret that only you and the program know, and is tried again for a day and a half if it does not get through.",
    ),
    h(
      "section",
      { class: "card stack", "aria-labelledby": "add-title" },
      h("h2", { id: "add-title" }, "Add one"),
      hookForm(page.slug, calls, (made) => list.add(made)),
    ),
    h(
      "section",
      { class: "stack", "aria-labelledby": "list-title" },
      h("h2", { id: "list-title" }, "Those there are"),
      message.element,
      list.element,
    ),
  ),
);
void load();
