/** Every address of the table that reads, asked for one scenario: none may fail, whatever is stored. */
import { API_TABLE, type ApiRoute } from "../../worker/contract/api-table";
import { flawOf } from "./check-answer";
import { ORIGIN } from "./harness";
import { fetchWorker } from "./worker";

export interface Stored {
  key: string;
  slug: string;
  refs?: readonly string[];
  claims?: readonly string[];
  /** A guarded one with the ticket of an opening. */
  links?: readonly { id: string; token: string; ticket?: string }[];
  /** Days and revisions that views are asked for beside the newest. */
  asOf?: readonly string[];
  revisions?: readonly number[];
  /** Only every sixteenth address is read, another one for each number, and the view always: for many scenarios in a row. */
  turn?: number;
}

const EVERY = 16;

/** What a reader finds at addresses that take words of their own. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  findSimilar: ["?title=constructor&indicator=visit&date=2024-01-14"],
  lookUpSource: ["?url=https://example.org/constructor"],
  listProjects: ["?q=proto"],
  listEvents: ["", "?q=constructor", "?limit=1"],
};

function addressesOf({ id, path }: ApiRoute, stored: Stored): string[] {
  const { slug, refs = [], claims = [], links = [], asOf = [], revisions = [] } = stored;
  const views = [...asOf.map((day) => `?asOf=${day}`), ...revisions.map((revision) => `?revision=${revision}`)];
  const queries = id === "readView" || path === "/scenarios/:slug" ? ["", ...views] : (QUERIES[id] ?? [""]);
  const values: Readonly<Record<string, readonly string[]>> = {
    ":slug": [slug],
    ":ref": refs,
    ":token": links.map(({ token }) => token),
    ":id": path.includes("/propositions/") ? claims : path.includes("/snapshots/") ? links.map((link) => link.id) : [],
  };
  let paths = [""];
  for (const part of path.split("/").slice(1)) {
    const found = part.startsWith(":") ? (values[part] ?? []).map(encodeURIComponent) : [part];
    paths = paths.flatMap((begun) => found.map((one) => `${begun}/${one}`));
  }
  const ticketOf = (address: string) => links.find(({ token }) => address.startsWith(`/s/${token}`))?.ticket;
  return paths.flatMap((one) => {
    const ticket = ticketOf(one);
    return ticket === undefined ? queries.map((query) => one + query) : [`${one}?ticket=${ticket}`];
  });
}

/** Opened by a person's browser, a link counts; files, images and the sign-in pages hold nothing of a scenario. */
const OF_NO_SCENARIO = new Set(["asset", "icon", "signInPage", "invitePage", "readOpenApi"]);

const READS = API_TABLE.filter(({ id, method }) => method === "GET" && !OF_NO_SCENARIO.has(id));

/** Reads all there is to read, and gives what failed: a status of 500, or an answer that is not as described. */
export async function readEverything(stored: Stored): Promise<string[]> {
  const found: string[] = [];
  const { turn } = stored;
  for (const [place, route] of READS.entries()) {
    const isDue = turn === undefined || (place + turn) % EVERY === 0 || route.id === "readView";
    if (!isDue) continue;
    for (const address of addressesOf(route, stored)) {
      const headers = {
        Authorization: `Bearer ${stored.key}`,
        Accept: route.path.startsWith("/api") ? "*/*" : "text/html",
      };
      const response = await fetchWorker(new Request(ORIGIN + address, { headers, redirect: "manual" }));
      const flaw = response.status >= 500 ? String(response.status) : await flawOf("GET", address, response);
      if (flaw !== null) found.push(`${address}: ${flaw} ${(await response.clone().text()).slice(0, 200)}`);
      // A stream that nobody reads is never made, and so could not fail.
      await response.arrayBuffer();
    }
  }
  return found;
}
