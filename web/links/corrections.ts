/** Corrections of events that links still carry as they were, each with the links that people may have read it in. */
import type { ChangedLink, CorrectedLink, LinkCorrection } from "../../worker/contract/link-types";
import type { PageData } from "../../worker/contract/page";
import { messagePlace } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { momentInWords } from "../forms/event-view";
import { formatUtcDay } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { statusBadge } from "./link-facts";
import { noticeDraft, noticeForm } from "./notice-form";
import { changeWord, NOTICE_STANDS, noticeStart, waitsForNotice } from "./words";

export interface Corrections {
  element: HTMLElement;
  load: () => Promise<void>;
}

type OnNotice = (link: ChangedLink) => void;

function carrier(link: CorrectedLink, correction: LinkCorrection, onNotice: OnNotice): HTMLElement {
  const work = h("div");
  const write = h(
    "button",
    { class: "button small", type: "button" },
    link.noticed ? "Write another" : "Write a notice",
  );
  const name = `${correction.ref}-${correction.revision}-${link.id}`;
  const open = (): HTMLFormElement => {
    const form = noticeForm({
      link,
      name,
      start: noticeStart(correction),
      onDone: onNotice,
      onCancel: () => {
        work.replaceChildren();
        write.hidden = false;
        write.focus();
      },
    });
    write.hidden = true;
    work.replaceChildren(form);
    return form;
  };
  write.addEventListener("click", () => open().querySelector("textarea")?.focus());
  // A later notice need not be about this event: another may follow.
  const may = link.mayChange && link.status !== "withdrawn";
  if (may && hasDraft("links", noticeDraft(name))) open();
  return h(
    "li",
    { class: "stack tight" },
    h(
      "div",
      { class: "row between" },
      h(
        "span",
        {},
        userText(link.title),
        h("span", { class: "muted small" }, `, frozen ${momentInWords(link.createdAt)}`),
      ),
      h(
        "span",
        { class: "row" },
        link.noticed && h("span", { class: "badge open" }, "notice written since"),
        link.status !== "open" && statusBadge(link.status),
        may && write,
      ),
    ),
    work,
  );
}

function item(correction: LinkCorrection, page: PageData, onNotice: OnNotice): HTMLLIElement {
  const { ref, title, change, at, by, reason, links } = correction;
  return h(
    "li",
    { class: "card stack tight" },
    h(
      "p",
      {},
      h("a", { href: scenarioPath(page.slug, `/events/${encodeURIComponent(ref)}`) }, ref, " ", userText(title)),
      ` ${changeWord(change)} on ${formatUtcDay(at)} by `,
      userText(by),
      reason === "" ? "." : ": ",
      reason !== "" && userText(reason),
    ),
    h("ul", { class: "plain carriers" }, ...links.map((link) => carrier(link, correction, onNotice))),
  );
}

/** `onNotice` hears of a link that has a notice more. */
export function correctionsSection(page: PageData, onNotice: OnNotice): Corrections {
  const message = messagePlace();
  const place = h("div", { class: "stack" });
  const list = (corrections: LinkCorrection[]): HTMLElement =>
    h("ul", { class: "plain stack" }, ...corrections.map((one) => item(one, page, noticed)));

  const show = (corrections: LinkCorrection[]): void => {
    const open = corrections.filter(waitsForNotice);
    const done = corrections.filter((one) => !waitsForNotice(one));
    place.replaceChildren(
      open.length > 0
        ? list(open)
        : h(
            "p",
            { class: "empty" },
            done.length > 0
              ? "Every link that carries a corrected event has its notice, or was withdrawn."
              : "No frozen link carries an event that was corrected, was retracted or had texts removed since.",
          ),
      ...(done.length === 0
        ? []
        : [h("details", {}, h("summary", {}, `Seen to (${done.length})`), h("div", { class: "stack" }, list(done)))]),
    );
  };
  const load = async (): Promise<void> => {
    try {
      const path = `${scenarioPath(page.slug)}/corrections`;
      show((await api<{ corrections: LinkCorrection[] }>("GET", path)).corrections);
      message.clear();
    } catch (error) {
      message.show("danger", asProblem(error).detail);
    }
  };
  const noticed = (link: ChangedLink): void => {
    onNotice(link);
    const say = (): void => message.show("success", NOTICE_STANDS);
    say();
    // Loading clears what was said.
    void load().then(say);
    message.element.focus();
  };
  const element = h(
    "section",
    { class: "stack", "aria-labelledby": "corrections-title" },
    h("h2", { id: "corrections-title" }, "Corrected events that links still show"),
    h(
      "p",
      { class: "prose small muted" },
      "A frozen page never changes. Where an event in it was corrected afterwards, say so above the page.",
    ),
    message.element,
    place,
  );
  return { element, load };
}
