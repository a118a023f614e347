import type { SnapshotPageData } from "../../worker/contract/page";
import { copyBox } from "../lib/copy";
import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";
import { pageUrl } from "./address";

/** Enough for the headline and the chart with its key, at 360 pixels. */
const HEIGHT = 680;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/**
 * What goes into another site's page: one frame, as wide as its place, that sets nothing and tells nobody who reads it.
 *
 * @example iframeCode("Pakistan-Russia", "https://a.example/s/abc") // '<iframe src="https://a.example/s/abc/embed" title="Pakistan-Russia" ...'
 */
export function iframeCode(title: string, url: string): string {
  const [src, name] = [attribute(`${url}/embed`), attribute(visibleText(title))];
  return `<iframe src="${src}" title="${name}" width="100%" height="${HEIGHT}" loading="lazy" referrerpolicy="no-referrer" style="border:0"></iframe>`;
}

/** Null where the page may not be framed. */
export function embedCode(page: SnapshotPageData): HTMLElement | null {
  if (!page.embeddable || page.path === "") return null;
  return h(
    "details",
    { class: "no-print stack tight" },
    h("summary", {}, "Show it on another site"),
    h(
      "p",
      { class: "small muted" },
      "Headline and index chart in a frame, with a link to this page. It sets no cookie, and it ends when the link ends.",
    ),
    copyBox({ id: "embed-code", label: "Code for the other page", text: iframeCode(page.title, pageUrl(page)) }, 4),
  );
}
