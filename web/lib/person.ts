/** Whom a page was made for, and what becomes of it once somebody else, or nobody, is signed in in this browser. */
import { PERSON_HEADER, type PageData } from "../../worker/contract/page";
import { embedded } from "./dom";

/** Holds the id of whoever was here last, for the other pages of this browser; "" once they have signed out. */
const HERE = "signpost.person";

let known: string | undefined;

/** The id of the person whom the page was made for; "" on pages for everybody. */
export function pagePerson(): string {
  if (typeof document === "undefined") return "";
  known ??= embedded<Partial<Pick<PageData, "principal">> | null>("page")?.principal?.id ?? "";
  return known;
}

/** Goes with each request: the server refuses one that a page of somebody else sends. */
export function personHeader(): Record<string, string> {
  const person = pagePerson();
  return person === "" ? {} : { [PERSON_HEADER]: person };
}

function here(): string | null {
  try {
    return localStorage.getItem(HERE);
  } catch {
    return null;
  }
}

function remember(person: string): void {
  try {
    localStorage.setItem(HERE, person);
  } catch {
    // Where nothing can be kept, the server is asked.
  }
}

/** For the page that follows a sign-out: by then the session has ended. */
export function noteSignOut(): void {
  remember("");
}

/** Nothing of the page is to be seen while the server says who may see what. */
function leave(): void {
  document.body.replaceChildren();
  location.reload();
}

/**
 * A browser may show a page again as it was left, by Back, whatever its headers say. Then, and when somebody else comes or
 * signs out in another tab, it must not stay.
 */
export function watchPerson(person: string): void {
  remember(person);
  addEventListener("storage", ({ key, newValue }) => {
    if (key === HERE && newValue !== null && newValue !== person) leave();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    const last = here();
    if (last !== null && last !== person) leave();
    else void leaveIfEnded();
  });
}

/** A session may also have ended elsewhere; Cloudflare Access answers with a redirect to its own page then. */
async function leaveIfEnded(): Promise<void> {
  const answer = await fetch("/api/v1/sessions", { headers: personHeader(), redirect: "manual" }).catch(() => null);
  if (answer?.status === 401 || answer?.type === "opaqueredirect") leave();
}
