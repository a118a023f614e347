import type { MadeKey } from "../../worker/contract/people-types";
import type { PageData } from "../../worker/contract/page";
import { messagePlace } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader } from "../lib/header";
import { userText } from "../lib/user-text";
import { endOtherSessions, loadKeys, loadSessions } from "../people/calls";
import { keyForm, shownKey } from "../people/key-form";
import { keyList, sessionList } from "../people/secret-rows";
import { sureButton } from "../people/sure-button";

const page = embedded<PageData>("page");
const writes = canWrite(page);
const own = page.principal?.id ?? "";
const message = messagePlace();
const keyPlace = h("div", { class: "stack" });
const sessionPlace = h("div", { class: "stack" });
const made = h("div");

async function refresh(said?: string): Promise<void> {
  try {
    const [keys, sessions] = await Promise.all([loadKeys(), loadSessions()]);
    // Owners are told of everybody's; here stand their own.
    const ownKeys = keys.filter(({ person }) => person === own);
    const ownSessions = sessions.filter(({ person }) => person === own);
    keyPlace.replaceChildren(keyList(ownKeys, "You have no key. Browsers need none: they have sessions.", refresh));
    const others = ownSessions.some(({ current }) => !current);
    sessionPlace.replaceChildren(sessionList(ownSessions, refresh), ...(others ? [endOthers()] : []));
    keySection.hidden = !writes && ownKeys.length === 0;
    if (said === undefined) return;
    message.show("success", said);
    message.element.focus();
  } catch (error) {
    message.show("danger", asProblem(error).detail);
  }
}

function endOthers(): HTMLElement {
  return sureButton({
    label: "End all others",
    about: "all sessions but this one",
    question: "All your browsers but this one have to sign in again.",
    yes: "End them now",
    busy: "Ending",
    act: async () => {
      await endOtherSessions();
      await refresh("Only this browser is signed in now.");
    },
  });
}

function showKey(key: MadeKey): void {
  const shown = shownKey(key);
  made.replaceChildren(shown);
  shown.focus();
  void refresh();
}

function section(id: string, title: string, ...content: (Node | false)[]): HTMLElement {
  return h("section", { class: "stack", "aria-labelledby": id }, h("h2", { id }, title), ...content);
}

const keySection = section(
  "keys-title",
  "Your keys",
  h(
    "p",
    { class: "small muted" },
    "With a key a script can do all that you can. It is shown once; revoke what you do not know.",
  ),
  keyPlace,
  made,
  writes &&
    h("details", { class: "card more" }, h("summary", {}, "Make a key"), keyForm({ person: own, onDone: showKey })),
);
keySection.hidden = !writes;

const { name = "", role = "viewer" } = page.principal ?? {};
fillHeader(page, "account");
byId("main").replaceChildren(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Your access"),
    h("p", {}, "You are signed in as ", userText(name), `, with the role ${role}.`),
    role === "owner" && h("p", {}, h("a", { href: "/people" }, "People: who else may come in")),
    message.element,
    section(
      "sessions-title",
      "Your sessions",
      h("p", { class: "small muted" }, "Each browser in which you signed in, for 30 days."),
      sessionPlace,
      h("form", { method: "post", action: "/sign-out" }, h("button", { class: "button" }, "Sign out here")),
    ),
    keySection,
  ),
);
void refresh();
