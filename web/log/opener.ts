/** What opens the form beside the dashboard: the key, and every link to the form. The form itself is loaded only then. */
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { onSingleKeys } from "./keys";
import { askedOf } from "./ask";

interface Opener {
  page: PageData;
  view: () => ScenarioView;
  /** The scenario after a save. */
  onView: (view: ScenarioView) => void;
}

/** Pressed with a modifier, a link opens elsewhere as anywhere. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented);

function focusLink(path: string): void {
  const links = [...document.querySelectorAll<HTMLElement>(`a[href="${path}"]`)];
  links.find((link) => link.getClientRects().length > 0)?.focus({ preventScroll: true });
}

export function openLogBeside({ page, view, onView }: Opener): void {
  const path = scenarioPath(page.slug, "/log");
  const open = (search: string): void => {
    const ask = askedOf(search);
    import("./drawer").then(
      ({ openDrawer }) => openDrawer({ page, view: view(), ask, onView, back: () => focusLink(path) }),
      // The page of its own may still be had.
      () => location.assign(`${path}${search}`),
    );
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isPlain(event) || link.origin !== location.origin || link.pathname !== path) return;
    event.preventDefault();
    link.closest("dialog")?.close();
    open(link.search);
  });
  onSingleKeys({ l: () => open(""), "?": () => void showKeys() });
}

async function showKeys(): Promise<void> {
  const { openKeysDialog } = await import("./keys-dialog");
  openKeysDialog();
}

/** For those who cannot guess that there are keys, and for those who must switch them off. */
export function keysButton(): HTMLElement {
  return h(
    "button",
    { class: "button quiet small wide-only no-print", type: "button", onclick: () => void showKeys() },
    "Keys",
  );
}
