/** Notices that the log has grown while a page is open: asks on focus and every minute, and costs a 304 where it has not. */
import type { ScenarioView } from "../../worker/core/view-types";

export type Answer =
  | { kind: "same" }
  | { kind: "new"; view: ScenarioView; etag: string }
  | { kind: "offline" }
  | { kind: "signed-out" };

/** Asks once. An edge that compresses makes an ETag weak; it is sent back as it came. */
export async function ask(url: string, etag: string, fetcher: typeof fetch = fetch): Promise<Answer> {
  try {
    // The browser's own cache would turn a 304 into a 200 with the body that is known already.
    const response = await fetcher(url, {
      cache: "no-store",
      credentials: "same-origin",
      headers: { accept: "application/json", ...(etag === "" ? {} : { "if-none-match": etag }) },
    });
    if (response.status === 304) return { kind: "same" };
    if (response.status === 401) return { kind: "signed-out" };
    if (!response.ok) return { kind: "offline" };
    return { kind: "new", view: await response.json(), etag: response.headers.get("etag") ?? "" };
  } catch {
    return { kind: "offline" };
  }
}

export interface Watching {
  url: string;
  /** Of what the page shows. */
  etag: string;
  onAnswer: (answer: Answer) => void;
}

const EVERY_MS = 60_000;

/** Two wishes at once, such as focus and the minute, are one question. A hidden page asks nothing. Gives a function that ends it. */
export function watch({ url, etag, onAnswer }: Watching): () => void {
  let known = etag;
  let asking = false;
  const look = async (): Promise<void> => {
    if (asking || document.hidden) return;
    asking = true;
    const answer = await ask(url, known);
    asking = false;
    if (answer.kind === "new") known = answer.etag;
    onAnswer(answer);
  };
  const soon = (): void => void look();
  const timer = setInterval(soon, EVERY_MS);
  for (const event of ["focus", "online"]) addEventListener(event, soon);
  document.addEventListener("visibilitychange", soon);
  return () => {
    clearInterval(timer);
    for (const event of ["focus", "online"]) removeEventListener(event, soon);
    document.removeEventListener("visibilitychange", soon);
  };
}
