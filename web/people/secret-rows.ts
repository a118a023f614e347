/** Keys and sessions as lists, each with what ends it. */
import type { ApiKey, ApiSession } from "../../worker/contract/people-types";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { userText, visibleText } from "../lib/user-text";
import { endSession, revokeKey } from "./calls";
import { sureButton } from "./sure-button";
import { keySentence, sessionSentence } from "./words";

function row(head: (Node | string | false)[], sentence: string, action: HTMLElement | false): HTMLLIElement {
  return h(
    "li",
    { class: "secret" },
    h("div", {}, h("p", {}, ...head), h("p", { class: "small muted" }, sentence)),
    action,
  );
}

function keyName({ label }: ApiKey): string {
  return label === "" ? "Key without a name" : label;
}

function keyRow(key: ApiKey, onChanged: (said: string) => Promise<void>): HTMLLIElement {
  const revoke =
    key.revokedAt === null &&
    sureButton({
      label: "Revoke",
      about: visibleText(keyName(key)),
      question: "It opens nothing from its next use on, for good.",
      yes: "Revoke it now",
      busy: "Revoking",
      act: async () => {
        await revokeKey(key.id);
        await onChanged("The key is revoked.");
      },
    });
  return row([h("strong", {}, userText(keyName(key)))], keySentence(key), revoke);
}

/** Those that open something; revoked ones are folded away. `none` stands where there is none. */
export function keyList(
  keys: readonly ApiKey[],
  none: string,
  onChanged: (said: string) => Promise<void>,
): HTMLElement {
  const open = keys.filter(({ revokedAt }) => revokedAt === null);
  const revoked = keys.filter(({ revokedAt }) => revokedAt !== null);
  const list = (rows: ApiKey[]) => h("ul", { class: "plain secrets" }, ...rows.map((key) => keyRow(key, onChanged)));
  return h(
    "div",
    { class: "stack tight" },
    open.length === 0 ? h("p", { class: "muted" }, none) : list(open),
    revoked.length > 0 && h("details", {}, h("summary", {}, countOf(revoked.length, "revoked key")), list(revoked)),
  );
}

function sessionRow(session: ApiSession, onChanged: (said: string) => Promise<void>): HTMLLIElement {
  const name = session.agent === "" ? "A browser that did not say its name" : session.agent;
  const end =
    !session.current &&
    sureButton({
      label: "End",
      about: name,
      question: "Its next request is refused; whoever uses it has to sign in again.",
      yes: "End it now",
      busy: "Ending",
      act: async () => {
        await endSession(session.id);
        await onChanged("The session has ended.");
      },
    });
  const current = session.current && h("span", { class: "badge open" }, "this one");
  return row([h("strong", {}, name), " ", current], sessionSentence(session), end);
}

export function sessionList(sessions: readonly ApiSession[], onChanged: (said: string) => Promise<void>): HTMLElement {
  if (sessions.length === 0) return h("p", { class: "muted" }, "No browser is signed in.");
  return h("ul", { class: "plain secrets" }, ...sessions.map((session) => sessionRow(session, onChanged)));
}
