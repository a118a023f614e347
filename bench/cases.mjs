import { now } from "../scripts/clock.mjs";
import { eventContent, importFile } from "./seed/events.mjs";

const IMPORTED = 5_000;
/** Days in the first and the last month that the seeded log covers. */
const FIRST_SEEDED = "2010-01-15";
const LAST_SEEDED = "2025-12-18";
const GZIP = { "Accept-Encoding": "gzip" };

/**
 * What is measured, in the order of the table. Each has the request to Signpost and the one to the floor, both as
 * functions, so that no two writes are the same; `row` asks the floor for one row of the size of Signpost's reply.
 * @param {{ slug: string, choices: ReturnType<typeof import("./seed/events.mjs").choicesOf>, auth: Record<string, string>, path: string, etag: string, linkEtag: string,
 *   cursor: string, count: number, floorEvent: Record<string, unknown> }} known `path` is the link's, `linkEtag` its page's; `cursor` leads to a
 * page of old events
 */
export function casesFor({ slug, choices, auth, path, etag, linkEtag, cursor, count, floorEvent }) {
  const base = `/api/v1/scenarios/${slug}`;
  const read =
    (url, headers = {}) =>
    () => ({ path: url, headers: { ...auth, ...headers } });
  const open =
    (url, headers = {}) =>
    () => ({ path: url, headers });
  const list = `${base}/events?limit=50`;
  const floorList = () => ({ path: "/events" });
  // Changes of state are as few at any size.
  const rare = choices.states.at(-1).key;
  let written = 0;
  const writeOn = (date) => () => ({
    method: "POST",
    path: `${base}/events`,
    headers: { ...auth, "Content-Type": "application/json" },
    body: JSON.stringify(newEvent(choices, (written += 1), date)),
    status: 201,
  });
  const today = new Date(now());
  const lastMonthEnd = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 0));
  const floorWrite = () => ({ method: "POST", path: "/events", body: JSON.stringify(floorEvent), status: 201 });
  let imports = 0;
  const importOne = () => ({
    method: "POST",
    path: `${base}/import`,
    headers: { ...auth, "Content-Type": "text/csv" },
    body: importFile(choices, count + IMPORTED * (imports += 1), IMPORTED),
  });
  const floorFile = JSON.stringify(Array.from({ length: IMPORTED }, () => floorEvent));
  return [
    { name: "view, warm", product: read(`${base}/view`), floor: "row", flat: true },
    { name: "view, warm, gzip", product: read(`${base}/view`, GZIP), floor: "row", flat: true },
    {
      name: "view, warm, 304",
      product: () => ({ ...read(`${base}/view`, { "If-None-Match": etag })(), status: 304 }),
      floor: "row",
      flat: true,
    },
    // What a person opens: the page with its view in it, and its list of events after that.
    { name: "dashboard, gzip", product: read(`/scenarios/${slug}`, GZIP), floor: "row", flat: true },
    {
      name: "view, cold",
      product: read(`${base}/view`),
      floor: "row",
      flat: true,
      before: writeOn(LAST_SEEDED),
      // Long enough for a 99th percentile.
      seconds: 40,
    },
    ...linkCases(open, path, linkEtag),
    // Today is in no complete month: no month-end changes.
    { name: "write one event", product: writeOn(dayOf(today)), floor: floorWrite, flat: true },
    {
      name: "write, newest month-end",
      product: writeOn(dayOf(lastMonthEnd)),
      floor: floorWrite,
      flat: true,
      part: "verdicts",
    },
    { name: "write, oldest month", product: writeOn(FIRST_SEEDED), floor: floorWrite, flat: true, part: "verdicts" },
    {
      name: "list 50 events",
      product: read(`${base}/events?limit=50`),
      floor: () => ({ path: "/events" }),
      flat: true,
    },
    { name: "list, an old page", product: read(`${list}&cursor=${cursor}`), floor: floorList, flat: true },
    { name: "list, rare indicator", product: read(`${list}&indicator=${rare}`), floor: floorList, flat: true },
    // A word that nobody wrote: there is no index of words, so every event is looked at.
    { name: "list, search a word", product: read(`${list}&q=unwritten`), floor: floorList, flat: false, times: 5 },
    {
      name: "import 5,000 rows",
      product: importOne,
      floor: () => ({ method: "POST", path: "/import", body: floorFile }),
      flat: false,
      times: 4,
    },
  ];
}

/** A link's page and view must serve at least half of what the floor does at once, in each form. */
function linkCases(open, path, etag) {
  const link = (name, product) => ({
    name: `link, ${name}`,
    product,
    floor: "row",
    flat: true,
    least: 0.5,
    rounds: 7,
    silent: true,
  });
  return [
    link("page", open(path)),
    link("page, gzip", open(path, GZIP)),
    link("page, 304", () => ({ path, headers: { "If-None-Match": etag }, status: 304 })),
    link("view.json", open(`${path}/view.json`)),
    link("view.json, gzip", open(`${path}/view.json`, GZIP)),
    // Compares two views: nothing is promised of it.
    { name: "link, since.json", product: open(`${path}/since.json`), floor: "row", flat: true, silent: true },
  ];
}

function dayOf(date) {
  return date.toISOString().slice(0, 10);
}

/** An event as a form sends it. */
function newEvent(choices, number, date) {
  const { actors, location, sourceTitle, sourceUrl, sourceReliability, infoCredibility, notes } = eventContent(
    choices,
    number,
  );
  const said = { actors, location, sourceTitle, sourceUrl, sourceReliability, infoCredibility, notes };
  const [indicator, code] = choices.codes[0];
  return { date, indicator, code, title: `Event ${number} of this run`, ...said };
}
