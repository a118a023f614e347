import { call, eventNamed, SCENARIO, TODAY } from "./client";

/** One write that was sent: how many rows it puts into the log, and what came back. */
export interface Sent {
  /** Stands in the title of each of its events, or of its link. */
  tag: string;
  kind: "event" | "file" | "parts" | "link";
  rows: number;
  /** The reference or the address that the server said, "" for many; null where it did not say that it was saved. */
  saved: string | null;
  /** It said that it did not, and nothing must be there. */
  refused: boolean;
  revision: number;
  /** Sends it once more. */
  again: () => Promise<number>;
}

const ROWS = 25;
const HEAD = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";

/** Where to write, and as whom. */
export interface Desk {
  url: string;
  key: string;
  /** An import in parts that waits to be committed: preparing one takes longer than many a kill waits. */
  staged: string | null;
  sent: Sent[];
}

/** A tag that is no beginning of another one. */
const tagOf = (name: string, at: number): string => `[${name}-${at}]`;

function file(tag: string): string {
  const rows = Array.from({ length: ROWS }, (_, at) => `,${TODAY},visit,minister_visit_held,${tag} ${at},A paper,B,2`);
  return `${[HEAD, ...rows].join("\n")}\n`;
}

/** Sends one write and notes what came back; the note is there before the request goes. */
async function send(
  desk: Desk,
  sent: Omit<Sent, "saved" | "refused" | "revision" | "again">,
  path: string,
  body: unknown,
) {
  const post = () => call(desk.url + SCENARIO + path, desk.key, "POST", body);
  const note: Sent = {
    ...sent,
    saved: null,
    refused: false,
    revision: 0,
    again: async () => (await post())?.status ?? 0,
  };
  desk.sent.push(note);
  const reply = await post();
  if (reply === null) return false;
  // Too busy, or another writer took a reference of the file meanwhile.
  note.refused = [409, 503].includes(reply.status);
  if (note.refused) return true;
  if (reply.status >= 300) throw new Error(`${sent.tag}: ${reply.status} ${reply.text}`);
  const said = JSON.parse(reply.text) as { ref?: string; url?: string; revision: number };
  Object.assign(note, { saved: said.ref ?? said.url ?? "", revision: said.revision });
  return true;
}

/** Prepares an import in parts up to its commit; null where the server does not answer any more. */
export async function stageParts(desk: Pick<Desk, "url" | "key">, round: string, at: number): Promise<string | null> {
  const tag = tagOf(`${round}p`, at);
  const opened = await call(`${desk.url}${SCENARIO}/imports`, desk.key, "POST", { naming: "column" });
  if (opened === null) return null;
  const path = `/imports/${(JSON.parse(opened.text) as { id: string }).id}`;
  for (let part = 0; part < 2; part += 1) {
    const rows = Array.from({ length: ROWS }, (_, line) => ({
      line: part * ROWS + line + 2,
      event: eventNamed(`${tag} ${part} ${line}`),
    }));
    if ((await call(`${desk.url}${SCENARIO}${path}/parts`, desk.key, "POST", { part, rows })) === null) return null;
  }
  return path;
}

/** Each writes one thing after another until the server does not answer; a link is made once, as their number is limited. */
export const WRITERS: Record<Sent["kind"], (desk: Desk, round: string) => Promise<void>> = {
  async event(desk, round) {
    for (let at = 0; ; at += 1) {
      const tag = tagOf(`${round}e`, at);
      const body = { ...eventNamed(tag), clientId: crypto.randomUUID() };
      if (!(await send(desk, { tag, kind: "event", rows: 1 }, "/events", body))) return;
    }
  },
  async file(desk, round) {
    for (let at = 0; ; at += 1) {
      const tag = tagOf(`${round}f`, at);
      if (!(await send(desk, { tag, kind: "file", rows: ROWS }, "/import", file(tag)))) return;
    }
  },
  async parts(desk, round) {
    let path = desk.staged;
    for (let at = 0; path !== null; at += 1) {
      const tag = tagOf(`${round}p`, at);
      if (!(await send(desk, { tag, kind: "parts", rows: 2 * ROWS }, `${path}/commit`, {}))) return;
      path = await stageParts(desk, round, at + 1);
    }
  },
  async link(desk, round) {
    const tag = tagOf(`${round}l`, 0);
    await send(desk, { tag, kind: "link", rows: 0 }, "/snapshots", { title: tag });
  },
};
