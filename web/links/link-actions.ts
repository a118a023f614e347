/** What can be done with a link, folded under its row: one thing at a time, in place. */
import type { ChangedLink, MadeLink, Snapshot } from "../../worker/contract/link-types";
import { messagePlace, whileBusy } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { changeDraft, changeForm } from "./change-form";
import { changeLink, previewOf, shareAgain } from "./link-calls";
import { loadPreview } from "./load-preview";
import { noticeDraft, noticeForm } from "./notice-form";
import { rotateForm, withdrawDraft, withdrawForm } from "./stop-forms";

export interface LinkHandlers {
  /** After a change; `passphrase` where a new one was made. */
  onChanged: (link: Snapshot, said: string, passphrase: string | null) => void;
  /** After a correction notice. */
  onNoticed: (link: ChangedLink) => void;
  onRotated: (link: MadeLink) => void;
  onShared: (link: MadeLink) => void;
}

export interface LinkActions {
  element: HTMLElement;
  /** Stands under the buttons; what is done next takes its place. */
  put: (content: HTMLElement) => void;
}

type Opener = (back: () => void) => HTMLElement;

export function linkActions(link: Snapshot, on: LinkHandlers): LinkActions {
  const message = messagePlace();
  const work = h("div");
  const clear = (): void => {
    message.clear();
    work.replaceChildren();
  };

  /** Opens a form, which goes back to its button. One that was left with something typed opens by itself. */
  const opens = (label: string, form: Opener, draft = ""): HTMLButtonElement => {
    const button = h("button", { class: "button small", type: "button" }, label);
    const open = (): HTMLElement => {
      clear();
      const element = form(() => {
        clear();
        button.focus();
      });
      work.replaceChildren(element);
      return element;
    };
    button.addEventListener("click", () => {
      open().querySelector<HTMLElement>("input:not([type=radio]), textarea, button")?.focus();
    });
    if (hasDraft("links", draft)) open();
    return button;
  };
  /** Does something at once. */
  const does = (label: string, busy: string, act: () => Promise<void>): HTMLButtonElement => {
    const button = h("button", { class: "button small", type: "button" }, label);
    const run = whileBusy(button, busy, async () => {
      clear();
      try {
        await act();
      } catch (error) {
        message.show("danger", asProblem(error).detail);
      }
    });
    button.addEventListener("click", () => void run());
    return button;
  };

  const see = does("See what it shows", "Drawing it", async () => {
    const preview = await previewOf(link.id);
    const { showPreview, closePreview } = await loadPreview();
    const close = h("button", { class: "button small", type: "button" }, "Close it");
    close.addEventListener("click", () => {
      closePreview();
      clear();
      see.focus();
    });
    const place = h("div", { class: "stack tight" });
    work.replaceChildren(place);
    showPreview(preview, { place, label: `What readers of \u201c${link.title}\u201d see`, head: h("p", {}, close) });
    close.focus();
  });
  const pause = async (paused: boolean): Promise<void> =>
    on.onChanged(
      await changeLink(link.id, { paused }),
      paused ? "Paused: readers find nothing there." : "It goes on.",
      null,
    );
  const stopped = link.status === "withdrawn";
  const buttons = [
    see,
    ...(!link.mayChange || stopped
      ? []
      : [
          opens(
            "Change",
            (onCancel) =>
              changeForm({
                link,
                onDone: ({ passphrase, ...changed }) =>
                  on.onChanged(changed, "Changed, for readers from now on.", passphrase),
                onCancel,
              }),
            changeDraft(link),
          ),
          link.pausedAt === null
            ? does("Pause", "Pausing", () => pause(true))
            : does("Let it go on", "Starting", () => pause(false)),
          opens("New address", (back) => rotateForm(link, on.onRotated, back)),
          does("Share it again", "Making it", async () => on.onShared(await shareAgain(link.id))),
          opens(
            "Write a correction notice",
            (onCancel) => noticeForm({ link, name: link.id, start: "", onDone: on.onNoticed, onCancel }),
            noticeDraft(link.id),
          ),
          opens(
            "Withdraw",
            (back) => withdrawForm(link, (done) => on.onChanged(done, "Withdrawn.", null), back),
            withdrawDraft(link),
          ),
        ]),
  ];
  const menu = h(
    "details",
    { class: "link-actions" },
    h("summary", {}, buttons.length > 1 ? "See, change or stop it" : "See it"),
    h("div", { class: "button-group", role: "group", "aria-label": "Actions" }, ...buttons),
    message.element,
    work,
  );
  return {
    element: menu,
    put(content) {
      clear();
      menu.open = true;
      work.replaceChildren(content);
    },
  };
}
