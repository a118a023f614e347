import type { ChangedLink, MadeLink } from "../../worker/contract/link-types";
import { api } from "./harness";
import { look } from "./shared-links";

/** What a program says it takes, so that a refusal comes as a problem and not as a page. */
export const AS_PROGRAM = { Accept: "application/json" };

type Link = Pick<MadeLink, "id">;

export function send(key: string, { id }: Link, body: unknown): Promise<Response> {
  return api("PATCH", `/snapshots/${id}`, { key, body });
}

export async function change(key: string, link: Link, body: object): Promise<ChangedLink> {
  const response = await send(key, link, body);
  if (response.status !== 200) throw new Error(await response.text());
  return response.json();
}

export function act(key: string, { id }: Link, name: "rotate" | "again"): Promise<Response> {
  return api("POST", `/snapshots/${id}/${name}`, { key });
}

export async function made(key: string, link: Link, name: "rotate" | "again"): Promise<MadeLink> {
  const response = await act(key, link, name);
  if (response.status >= 300) throw new Error(await response.text());
  return response.json();
}

export async function statusOf(link: Pick<MadeLink, "url">, address = "/view.json"): Promise<number> {
  return (await look(link, address)).status;
}
