import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { readersNote } from "../forms/page-parts";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { onSingleKeys } from "../log/keys";
import { openKeysDialog } from "../log/keys-dialog";
import { askedOf } from "../log/ask";
import { logPanel } from "../log/panel";
import { visibleText } from "../lib/user-text";

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");

fillHeader(page, "log");
document.title = `Log an event - ${visibleText(view.title)} - Signpost`;
const title = h("h1", {}, "Log an event");

if (!canWrite(page)) byId("main").append(h("div", { class: "stack" }, title, readersNote(page, "log events")));
else {
  const panel = logPanel({
    page,
    view,
    ask: askedOf(location.search),
    onView: () => undefined,
    leave: () => h("a", { class: "button", href: scenarioPath(page.slug) }, "Back to the dashboard"),
  });
  const keys = h("button", { class: "button quiet small", type: "button", onclick: openKeysDialog }, "Keys");
  byId("main").append(h("div", { class: "stack" }, h("div", { class: "row between" }, title, keys), panel.element));
  onSingleKeys({ "?": openKeysDialog });
  panel.focus();
}
