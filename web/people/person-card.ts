/** One person on the owners' page: how they stand, what can be done, their keys and sessions. */
import type { ApiKey, ApiPerson, ApiSession } from "../../worker/contract/people-types";
import { messagePlace } from "../forms/page-parts";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { userText, visibleText } from "../lib/user-text";
import { actButton } from "./act-button";
import { changePerson, inviteAgain } from "./calls";
import { invitation } from "./invite-form";
import { keyDraft, keyForm, shownKey } from "./key-form";
import { personDraft, personForm } from "./person-form";
import { keyList, sessionList } from "./secret-rows";
import { sureButton } from "./sure-button";
import { personSentences, standingOf } from "./words";

export interface PersonData {
  person: ApiPerson;
  keys: ApiKey[];
  sessions: ApiSession[];
}

/** Draws the card anew with what the server says now; `below` stands under its actions and gets the focus. */
export type Refresh = (below: HTMLElement | string) => Promise<void>;

function said(below: HTMLElement | string): HTMLElement {
  if (typeof below !== "string") return below;
  return h("p", { class: "notice success", tabindex: -1, role: "status" }, below);
}

function actions(
  { person }: PersonData,
  refresh: Refresh,
): { element: HTMLElement; put: (content: HTMLElement) => void } {
  const work = h("div");
  const message = messagePlace();
  const name = visibleText(person.name);
  const button = (label: string, act: () => Promise<void> | void): HTMLButtonElement =>
    actButton({
      label,
      busy: label,
      about: name,
      message,
      act: () => {
        work.replaceChildren();
        return act();
      },
    });
  const put = (content: HTMLElement): void => {
    work.replaceChildren(content);
    (content.querySelector<HTMLElement>("input") ?? content).focus();
  };
  const changing = (): HTMLElement =>
    personForm(person, refresh, () => {
      work.replaceChildren();
      change.focus();
    });
  const change: HTMLButtonElement = button("Change", () => put(changing()));
  const again = button("Invite again", async () => refresh(invitation(await inviteAgain(person.id))));
  const making = (): HTMLElement =>
    keyForm({
      person: person.id,
      onDone: (made) => void refresh(shownKey(made)),
      onCancel: () => {
        work.replaceChildren();
        key.focus();
      },
    });
  const key: HTMLButtonElement = button("Make a key", () => put(making()));
  // What was left unfinished opens by itself, and takes no focus.
  if (hasDraft("people", personDraft(person.id))) work.append(changing());
  else if (person.disabledAt === null && hasDraft("people", keyDraft(person.id))) work.append(making());
  const stop = sureButton({
    label: "Disable",
    about: name,
    question: person.me
      ? "This ends your own access at once: another owner would have to let you in again. Your name stays on all that you wrote."
      : "Their sessions, keys and invitation end at once. Their name stays on all that they wrote.",
    yes: "Disable now",
    busy: "Disabling",
    act: async () => {
      await changePerson(person.id, { disabled: true });
      if (person.me) return location.assign("/sign-in");
      await refresh("Disabled: nothing of theirs opens anything any more.");
    },
  });
  const enable = button("Enable", async () => {
    await changePerson(person.id, { disabled: false });
    await refresh("Enabled. Their old keys and sessions stay ended: invite them again.");
  });
  const buttons = person.disabledAt === null ? [change, again, key, stop] : [change, enable];
  return {
    element: h("div", { class: "stack tight" }, h("div", { class: "row" }, ...buttons), message.element, work),
    put,
  };
}

function folded(label: string, content: HTMLElement): HTMLElement {
  return h("details", {}, h("summary", {}, label), content);
}

/** Fills the list item of a person. */
export function drawPerson(
  item: HTMLLIElement,
  data: PersonData,
  refresh: Refresh,
  below?: HTMLElement | string,
): void {
  const { person, keys, sessions } = data;
  const standing = standingOf(person);
  const work = actions(data, refresh);
  item.replaceChildren(
    h(
      "div",
      { class: "row between" },
      h("h3", {}, userText(person.name), person.me && h("span", { class: "muted" }, " (you)")),
      h(
        "span",
        { class: "row" },
        h("span", { class: "badge" }, person.role),
        h("span", { class: standing === "active" ? "badge open" : "badge" }, standing),
      ),
    ),
    h("p", { class: "small" }, personSentences(person).join(" ")),
    ...(person.email === null
      ? []
      : [
          h(
            "p",
            { class: "small muted" },
            person.byAccess ? "With Cloudflare Access: " : "For Cloudflare Access, which is not set up here: ",
            userText(person.email),
          ),
        ]),
    work.element,
    folded(`Keys (${person.keys})`, keyList(keys, "No key opens anything.", refresh)),
    folded(`Sessions (${person.sessions})`, sessionList(sessions, refresh)),
  );
  if (below !== undefined) work.put(said(below));
}
