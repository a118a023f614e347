/** The webhooks of a scenario, each with how it stands and what can be done with it. */
import type { MadeWebhook, Webhook } from "../../worker/contract/webhook-types";
import { messagePlace } from "../forms/page-parts";
import { copyLine } from "../lib/copy";
import { h } from "../lib/dom";
import { userText, visibleText } from "../lib/user-text";
import { actButton } from "../people/act-button";
import { sureButton } from "../people/sure-button";
import type { WebhookCalls } from "./calls";
import { hookSentence, standingOf, standSentence } from "./words";

export interface HookList {
  element: HTMLElement;
  fill: (hooks: readonly Webhook[]) => void;
  add: (made: MadeWebhook) => void;
}

const BADGES = { new: "badge", arriving: "badge open", failing: "badge" } as const;

export function hookList(calls: WebhookCalls): HookList {
  const list = h("ul", { class: "plain stack" });
  const none = h("p", { class: "empty", hidden: true }, "There is none yet. Add one above.");
  const fill = (hooks: readonly Webhook[]): void => {
    none.hidden = hooks.length > 0;
    list.replaceChildren(...hooks.map((hook) => h("li", { class: "card stack tight" }, ...card(hook, calls, fill))));
  };
  return {
    element: h("div", { class: "stack" }, none, list),
    fill,
    add(made) {
      none.hidden = true;
      const secret = shownSecret(made);
      list.append(h("li", { class: "card stack tight" }, ...card(made, calls, fill), secret));
      secret.focus();
    },
  };
}

function shownSecret({ id, secret }: MadeWebhook): HTMLElement {
  return h(
    "div",
    { class: "notice success stack tight", tabindex: -1 },
    copyLine({
      id: `secret-${id}`,
      label: "The secret, shown only now",
      text: secret,
      hint: "Give it to the program: with it, it checks that a message is from here.",
    }),
  );
}

function card(hook: Webhook, calls: WebhookCalls, fill: (hooks: readonly Webhook[]) => void): Node[] {
  const message = messagePlace();
  const about = visibleText(hook.url);
  const stands = h("p", { class: "small" }, standSentence(hook));
  const button = (label: string, act: () => Promise<void>): HTMLButtonElement =>
    actButton({ label, busy: "Sending", about, message, act });
  const test = button("Send a test", async () => {
    const { delivered, said } = await calls.test(hook.id);
    message.show(
      delivered ? "success" : "danger",
      delivered ? `The test arrived. ${said}` : `The test failed. ${said}`,
    );
  });
  const again = button("Send again what was given up", async () => {
    stands.textContent = standSentence(await calls.retry(hook.id));
    message.show("success", "It is being sent again. Reload the page to see what comes of it.");
  });
  const remove = sureButton({
    label: "Delete",
    about,
    question: "Nothing is sent to it any more, and its secret is forgotten.",
    yes: "Delete it now",
    busy: "Deleting",
    act: async () => fill(await calls.remove(hook.id)),
  });
  const standing = standingOf(hook);
  return [
    h(
      "div",
      { class: "row between" },
      h("h3", { class: "address" }, userText(hook.url)),
      h("span", { class: BADGES[standing] }, standing),
    ),
    h("p", { class: "small muted" }, `${hookSentence(hook)}, added by `, userText(hook.by), "."),
    stands,
    h("div", { class: "row" }, test, ...(hook.failed > 0 ? [again] : []), remove),
    message.element,
  ];
}
