/** What is shown the one time that a link's secrets can be shown, and what to do with them. */
import type { MadeLink } from "../../worker/contract/link-types";
import { citationText } from "../../worker/core/citation";
import { dayOfInstant } from "../../worker/core/days";
import { copyBox, copyLine } from "../lib/copy";
import { h } from "../lib/dom";
import { mailMessage } from "./mail-message";

const SECRET = "Only a fingerprint of it is kept, so it cannot be shown again.";

interface Ready {
  id: string;
  url: string;
  /** In place of an address that has stopped. */
  anew?: boolean;
}

/** The address alone: after closing a month, and as the beginning of all else. */
export function madeNotice({ id, url, anew = false }: Ready, ...more: (HTMLElement | null)[]): HTMLElement {
  return h(
    "section",
    { class: "notice success made" },
    h("h2", { tabindex: -1 }, anew ? "The new address is ready" : "The link is ready"),
    anew && h("p", {}, "The old address has stopped."),
    h("p", {}, h("strong", {}, "The address is shown only now."), ` ${SECRET} Readers need no account.`),
    copyLine({ id: `address-${id}`, label: "Address", text: url, primary: true }),
    ...more.filter((part) => part !== null),
    h("p", { class: "row" }, h("a", { href: url }, "Open it")),
  );
}

export function passphraseField(id: string, passphrase: string): HTMLElement {
  const field = copyLine({
    id: `passphrase-${id}`,
    label: "Passphrase, shown only now",
    text: passphrase,
    hint: "Give it to the reader another way than the address, such as by telephone. Capitals and spaces do not matter.",
  });
  return h("div", { class: "passphrase" }, field);
}

export interface MadeContext {
  slug: string;
  publisher: string;
  /** By the server's clock. */
  today: string;
}

/** Everything that is needed to pass a link on: address, passphrase, a message, a citation. */
export function madeLink(link: MadeLink, { slug, publisher, today }: MadeContext, anew = false): HTMLElement {
  const mail = mailMessage(link);
  const cited = citationText(
    { slug, asOf: link.asOf, revision: link.revision },
    {
      publisher,
      title: link.title,
      url: link.url,
      frozenOn: link.purpose === "live" ? null : dayOfInstant(link.createdAt),
      readOn: today,
    },
  );
  const address = `mailto:?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.body)}`;
  const { id, url, passphrase, hasPassphrase } = link;
  const same = hasPassphrase ? h("p", {}, "It asks for the same passphrase as before.") : null;
  return madeNotice(
    { id, url, anew },
    passphrase === null ? same : passphraseField(id, passphrase),
    h(
      "details",
      { class: "stack tight", open: link.purpose === "colleague" },
      h("summary", {}, "A message to send it with"),
      copyBox({ id: `message-${link.id}`, label: "Message", text: mail.body }, 6),
      h("p", {}, h("a", { href: address }, "Open it in your mail program")),
    ),
    h(
      "details",
      { class: "stack tight", open: link.purpose === "publication" },
      h("summary", {}, "How to cite it"),
      copyBox({ id: `citation-${link.id}`, label: "Citation", text: cited }, 4),
    ),
  );
}
