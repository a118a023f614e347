import { env } from "cloudflare:workers";
import { expect } from "vitest";
import type { MadeLink } from "../../worker/contract/link-types";
import type { OpenPageData, SnapshotPageData } from "../../worker/contract/page";
import { api, request, SLUG } from "./harness";

const linksOf = (slug: string): string => `/scenarios/${slug}/snapshots`;
export const LINKS = linksOf(SLUG);

/** Every address under a link, as a reader's browser or program asks for it. */
export const ADDRESSES = [
  "",
  "/view.json",
  "/view.sig",
  "/events.csv",
  "/since.json",
  "/embed",
  "/preview.png",
] as const;

/** Those of a live link that its readers may follow. */
export const FOLLOWED_ADDRESSES = ["", "/view.json", "/events.csv", "/embed", "/feed.atom", "/deadlines.ics"] as const;
export const FOLLOWED = { purpose: "live", feeds: true } as const;

/** Makes a link; of a frozen one to publish, unless `body` says otherwise. */
export async function share(key: string, body: object = {}, slug = SLUG): Promise<MadeLink> {
  const response = await api("POST", linksOf(slug), { key, body: { title: "For the paper", ...body } });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

export function tokenOf({ url }: Pick<MadeLink, "url">): string {
  return new URL(url).pathname.slice("/s/".length);
}

/** One look at an address under a link. */
export function look(
  { url }: Pick<MadeLink, "url">,
  address = "",
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Response> {
  return request(method, new URL(url).pathname + address, { headers });
}

/** Presses the Open button, as a browser sends it from another site's messenger: nobody's cookie, no origin. */
export function press(
  { url }: Pick<MadeLink, "url">,
  passphrase?: string | null,
  headers: Record<string, string> = { Accept: "text/html" },
): Promise<Response> {
  return request("POST", new URL(url).pathname, {
    body: passphrase === undefined || passphrase === null ? "" : new URLSearchParams({ passphrase }).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: "null", ...headers },
  });
}

/** What a page carries in `#page`. */
export async function pageDataOf(response: Response): Promise<SnapshotPageData & OpenPageData> {
  const [, json = ""] = /<script type="application\/json" id="page">([^<]*)</.exec(await response.text()) ?? [];
  return JSON.parse(json);
}

/** Opens a guarded link and returns its ticket. */
export async function ticketOf(link: MadeLink): Promise<string> {
  const response = await press(link, link.passphrase);
  expect(response.status).toBe(200);
  return (await pageDataOf(response)).ticket;
}

/** Changes a link's row behind the worker's back. */
export async function setRow({ id }: Pick<MadeLink, "id">, assignment: string, ...values: unknown[]): Promise<void> {
  await env.DB.prepare(`UPDATE snapshots SET ${assignment} WHERE id = ?1`)
    .bind(id, ...values)
    .run();
}

export async function rowOf({ id }: Pick<MadeLink, "id">): Promise<Record<string, unknown>> {
  return (await env.DB.prepare("SELECT * FROM snapshots WHERE id = ?1").bind(id).first()) ?? {};
}

/** The bytes of an answer as text, whatever they are. */
export async function bytesOf(response: Response): Promise<string> {
  return new TextDecoder("latin1").decode(await response.arrayBuffer());
}

/** All rows of all tables. */
export async function dump(): Promise<Record<string, unknown[]>> {
  const { results } = await env.DB.prepare(
    // Requests are counted beside the replies, by the clock.
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'usage_days'",
  ).all<{ name: string }>();
  const tables = await Promise.all(
    results.map(async ({ name }) => [name, (await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results] as const),
  );
  return Object.fromEntries(tables);
}
