/** Makes a link in three steps on one page: what it is for, what goes along, and a look at it before it exists. */
import type { LinkPreview, MadeLink } from "../../worker/contract/link-types";
import type { PageData } from "../../worker/contract/page";
import type { LinkPurpose } from "../../worker/core/sharing";
import type { ScenarioView } from "../../worker/core/view-types";
import { messagePlace, whileBusy } from "../forms/page-parts";
import { progressWords, type Settle, whenSettled } from "../fresh/settle";
import { api } from "../lib/api";
import { now, today } from "../lib/clock";
import { h } from "../lib/dom";
import { sayKept, sayNotKept } from "../lib/drafts";
import { scenarioPath } from "../lib/header";
import { loadPreview } from "./load-preview";
import { lookStep } from "./look-step";
import { makeDraft } from "./make-draft";
import { bodyOf, type LinkBody, presetOf, problemsOfValues, titleFor } from "./options";
import { optionsForm } from "./options-form";
import { purposeChoice } from "./purpose-choice";
import { refusal } from "./refused";
import { step } from "./step";

const FIRST: LinkPurpose = "publication";
const NOTHING = "No link was made; what you typed is still here.";

interface NewLink {
  element: HTMLElement;
  /** Begins anew, after a link was made. */
  reset: () => void;
}

/** `onMade` hears of the link, and of what the page showed when its maker looked. */
export function newLinkForm(
  view: ScenarioView,
  page: PageData,
  onMade: (link: MadeLink, looked: LinkPreview) => void,
): NewLink {
  const path = `${scenarioPath(page.slug)}/snapshots`;
  /** Of what is typed now: sent twice because no answer came, it makes one link. */
  let clientId: string = crypto.randomUUID();
  const draft = makeDraft(page.slug);
  const message = messagePlace();
  const kept = messagePlace();
  const options = optionsForm(view);
  const purpose = purposeChoice(FIRST, (next, before) => options.turn(before, next));
  const place = h("div", { class: "stack", hidden: true });
  const frame = h("div", { class: "as-reader-place" });
  const ask = h("button", { class: "button primary" }, "See it as readers will");
  const asking = h("p", {}, ask);

  const body = (): LinkBody => bodyOf(purpose.value(), options.values(), options.fields());
  const fold = (): void => {
    place.hidden = true;
    place.replaceChildren();
    asking.hidden = false;
  };
  /** What was drawn is no longer what would be made. */
  const forget = (): void => {
    if (place.hidden) return;
    fold();
    void loadPreview().then(({ closePreview }) => closePreview());
  };
  const refused = (error: unknown): void => {
    const { by, other } = refusal(error, NOTHING);
    if (other !== "") message.show("danger", other);
    if (!options.show(by)) message.element.focus();
  };

  const settle: Settle = {
    slug: page.slug,
    asOf: null,
    tell: (progress) => message.show("info", `${progressWords(progress)} The link waits for that.`),
  };

  const make = async (sent: LinkBody, looked: LinkPreview): Promise<void> => {
    message.clear();
    try {
      const link = await whenSettled(settle, () => api<MadeLink>("POST", path, { body: { ...sent, clientId } }));
      draft.clear();
      onMade(link, looked);
    } catch (error) {
      refused(error);
    }
  };

  const show = async (looked: LinkPreview, sent: LinkBody): Promise<void> => {
    const { showPreview } = await loadPreview();
    const button = h(
      "button",
      { type: "button", class: "button primary" },
      looked.unreviewed.length > 0 ? "Share anyway" : "Make the link",
    );
    const press = whileBusy(button, "Making it", () => make(sent, looked));
    button.addEventListener("click", () => void press());
    place.replaceChildren(
      ...lookStep({ slug: page.slug, preview: looked, body: sent, make: button, onBack: () => options.focus() }),
    );
    place.hidden = false;
    asking.hidden = true;
    showPreview(looked, { place: frame, label: "The page as its readers will see it", onTaken: fold });
    button.focus();
  };

  const look = whileBusy(ask, "Drawing it", async () => {
    message.clear();
    if (options.show(problemsOfValues(options.values(), now()))) return;
    const sent = body();
    try {
      const looked = await whenSettled(settle, () => api<LinkPreview>("POST", `${path}/preview`, { body: sent }));
      message.clear();
      // Typed on while it was on its way: what comes now would not be what is made.
      if (JSON.stringify(sent) === JSON.stringify(body())) await show(looked, sent);
      else message.show("info", "You changed something meanwhile. Look again.");
    } catch (error) {
      refused(error);
    }
  });

  const reset = (): void => {
    forget();
    clientId = crypto.randomUUID();
    message.clear();
    kept.clear();
    purpose.set(FIRST);
    const { fields, ...preset } = presetOf(FIRST, today());
    options.set({ ...preset, title: titleFor(view, FIRST), note: "" }, fields, FIRST);
  };
  const restore = (): void => {
    const typed = draft.load();
    if (!typed) return;
    purpose.set(typed.purpose);
    options.set(typed.values, typed.fields, typed.purpose);
    sayKept(kept, () => {
      draft.clear();
      reset();
    });
  };
  const changed = (): void => {
    forget();
    clientId = crypto.randomUUID();
    const typed = { purpose: purpose.value(), values: options.values(), fields: options.fields() };
    if (!draft.save(typed)) sayNotKept(kept);
  };
  reset();
  restore();
  const element = h(
    "form",
    {
      class: "share-form stack",
      novalidate: true,
      oninput: changed,
      onsubmit: (event) => {
        event.preventDefault();
        void look();
      },
    },
    kept.element,
    step(1, "What it is for", purpose.element),
    step(2, "What goes along", options.element),
    step(3, "As readers will see it", message.element, asking, place, frame),
  );
  return { element, reset };
}
