import type { Snapshot } from "../../worker/contract/link-types";
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { messagePlace, readersNote } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { correctionsSection } from "../links/corrections";
import { linkList } from "../links/link-list";
import { following } from "../links/following";
import { maker } from "../links/maker";
import { visibleText } from "../lib/user-text";

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");
const message = messagePlace();
const corrections = correctionsSection(page, (link) => links.update(link));
const links = linkList(page, {
  onChanged: () => void corrections.load(),
  onStopped: (id, what) => making.forget(id, what),
});
const making = maker(view, page, (link) => links.add(link, false));

async function load(): Promise<void> {
  try {
    const answer = await api<{ snapshots: Snapshot[] }>("GET", `${scenarioPath(page.slug)}/snapshots`);
    links.fill(answer.snapshots);
    message.clear();
  } catch (error) {
    message.show("danger", asProblem(error).detail);
  }
}

fillHeader(page, "links");
document.title = `Share - ${visibleText(view.title)} - Signpost`;
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Share"),
    canWrite(page) ? making.element : readersNote(page, "make links"),
    h(
      "section",
      { class: "stack", "aria-labelledby": "links-title" },
      h("h2", { id: "links-title" }, "Links made so far"),
      message.element,
      links.element,
    ),
    corrections.element,
    following(page),
  ),
);
void load();
void corrections.load();
