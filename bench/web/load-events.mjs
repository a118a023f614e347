import { choicesOf, importFile } from "../seed/events.mjs";

/** As large as one import may be. */
const ROWS_A_FILE = 5_000;
/** The first few of the made events are states, which a row without a state cannot be. */
const FIRST = 100;

/**
 * Imports made events until the scenario's log has `count`, over HTTP as a user does.
 * @param {{ url: string, key: string, slug: string, count: number }} options
 */
export async function loadEvents({ url, key, slug, count }) {
  const base = `${url}/api/v1/scenarios/${slug}`;
  const headers = { Authorization: `Bearer ${key}` };
  const choices = choicesOf(await json(await fetch(base, { headers })));
  const { length: there } = (await json(await fetch(`${base}/events.json`, { headers }))).events;
  for (let done = there; done < count;) {
    const rows = Math.min(ROWS_A_FILE, count - done);
    const answer = await fetch(`${base}/import`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "text/csv" },
      body: importFile(choices, FIRST + done, rows),
    });
    const { accepted } = await json(answer);
    if (accepted !== rows) throw new Error(`${accepted} of ${rows} rows were imported`);
    done += rows;
  }
}

async function json(answer) {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
