/** People as the tests of access need them: invited, signed in by a browser, asked for by an owner. */
import type { ApiPerson, Invited } from "../../worker/contract/people-types";
import { api, keyFor, ORIGIN, request } from "./harness";

/** An address of its own for each test: attempts are counted by address, for as long as the file runs. */
let visitors = 0;
export function newAddress(): string {
  visitors += 1;
  return `198.51.100.${visitors}`;
}

export async function owner(name?: string): Promise<string> {
  return keyFor("owner", name);
}

export async function invite(key: string, body: object = { name: "Newcomer", role: "analyst" }): Promise<Invited> {
  const response = await api("POST", "/people", { key, body });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

export function codeOf({ url }: Pick<Invited, "url">): string {
  return new URL(url).searchParams.get("code") ?? "";
}

/** Presses the button of the page, as a browser sends it. */
export function press(
  path: "/invite" | "/sign-in",
  code: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return request("POST", path, {
    body: `code=${encodeURIComponent(code)}`,
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
      "CF-Connecting-IP": newAddress(),
      ...headers,
    },
  });
}

/** The `Cookie` header of the session that a press began. */
export async function accept(invited: Invited, headers: Record<string, string> = {}): Promise<string> {
  const response = await press("/invite", codeOf(invited), headers);
  if (response.status !== 303) throw new Error(`Not accepted: ${response.status}`);
  return response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

/** A call that rides on a session. */
export function withSession(method: string, path: string, cookie: string, body?: unknown): Promise<Response> {
  return api(method, path, { headers: { Cookie: cookie, Origin: ORIGIN }, ...(body === undefined ? {} : { body }) });
}

export async function peopleOf(key: string): Promise<ApiPerson[]> {
  return (await (await api("GET", "/people", { key })).json<{ people: ApiPerson[] }>()).people;
}

export async function personNamed(key: string, name: string): Promise<ApiPerson> {
  const found = (await peopleOf(key)).find((person) => person.name === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}
