/** What the fuzzed routes find: a scenario with events, claims, links and people, and keys that never hit a limit. */
import { env } from "cloudflare:workers";
import { DUE } from "../clock";
import type { ApiRoute } from "../../worker/contract/api-table";
import type { ApiEvent } from "../../worker/contract/api-types";
import type { MadeLink } from "../../worker/contract/link-types";
import { EVENT_EXAMPLE } from "../../worker/contract/api/event-bodies";
import smallScenario from "../fixtures/small/clearly-holding/scenario.json";
import type { Hints } from "./fuzz-schema";
import { api, eventBody, keyFor, registerShipped, SLUG } from "./harness";

export interface World {
  hintsFor(route: ApiRoute): Hints;
  keyFor(route: ApiRoute): string;
}

const SCENARIO = `/scenarios/${SLUG}`;
/** Making links is limited to 60 a minute for each person. */
const RUNS_A_PERSON = 40;
const PEOPLE = 20;

export async function setUp(): Promise<World> {
  const { owner, analyst } = await registerShipped();
  const post = async <T>(path: string, body: object, key = analyst): Promise<T> => {
    const response = await api("POST", path, { key, body });
    if (response.status >= 300) throw new Error(await response.text());
    return response.json();
  };
  const several = async <T>(count: number, make: (i: number) => Promise<T>): Promise<T[]> => {
    const made: T[] = [];
    for (let i = 1; i <= count; i += 1) made.push(await make(i));
    return made;
  };
  const list = async <T>(path: string, name: string): Promise<T[]> => {
    return (await (await api("GET", path, { key: owner })).json<Record<string, T[]>>())[name] ?? [];
  };
  const refs = (await several(8, (i) => post<ApiEvent>(`${SCENARIO}/events`, eventBody({ title: `Visit ${i}` })))).map(
    ({ ref }) => ref,
  );
  const links = await several(5, (i) => post<MadeLink>(`${SCENARIO}/snapshots`, { title: `Link ${i}` }));
  const live = { title: "Live", purpose: "live", feeds: true };
  links.push(...(await several(2, () => post<MadeLink>(`${SCENARIO}/snapshots`, live))));
  const added = await several(2, (i) => post<{ id: string }>(`${SCENARIO}/propositions`, claim(i), owner));
  const pool = await several(PEOPLE, (i) => keyFor("owner", `Owner ${i}`));
  const imports = await several(4, () => post<{ id: string }>(`${SCENARIO}/imports`, {}));
  const people = await list<{ id: string; name: string }>("/people", "people");
  const others = people.filter(({ name }) => name === "A viewer").map(({ id }) => id);
  const keys = (await list<{ id: string; person: string }>("/keys", "keys")).filter(({ person }) =>
    others.includes(person),
  );
  const hooks = await several(4, (i) =>
    post<{ id: string }>(`${SCENARIO}/webhooks`, { url: `https://hooks.example.org/${i}` }, owner),
  );
  // Nothing listens there: a test message goes nowhere, and leaves this machine no more than anything else here.
  await env.DB.prepare("UPDATE webhooks SET url = 'https://127.0.0.1:9/'").run();
  const ids: Record<string, string[]> = {
    Webhooks: hooks.map(({ id }) => id),
    Links: links.map(({ id }) => id),
    Claims: [...added.map(({ id }) => id), "C01"],
    Imports: imports.map(({ id }) => id),
    People: [...others, ...keys.map(({ id }) => id)],
    "Open to everybody": (await list<{ id: string }>("/signing-keys", "keys")).map(({ id }) => id),
  };
  const hints: Hints = {
    ":slug": [SLUG],
    ":ref": refs,
    ":event": refs,
    ":number": [1, 2],
    ":month": ["2025-01", "2025-10"],
    ":token": links.map(({ url }) => new URL(url).pathname.slice("/s/".length)),
    ...MEMBERS,
    event: refs,
    follows: [...refs, "", null],
    person: others,
  };
  let sent = 0;
  return {
    hintsFor: ({ group, id }) => ({ ...hints, ":id": ids[group] ?? ["x"], ...BY_ROUTE[id] }),
    keyFor({ id, group }) {
      sent += 1;
      // An undo takes back what the same person did, a review too; an import in parts is its opener's.
      if (id === "undo" || group === "Imports") return analyst;
      if (/review/i.test(id)) return owner;
      return pool[Math.floor(sent / RUNS_A_PERSON) % PEOPLE] ?? owner;
    },
  };
}

const TO_COME = ["2999-01", "2999-02"];

/** Records of months to come, as a clock that ran ahead leaves them: there is something to put right. */
export async function recordAhead(): Promise<void> {
  const insert = env.DB.prepare(
    `INSERT INTO said_months (scenario, month, revision, published, "index") VALUES (?, ?, 1, 'stalled', 0)`,
  );
  await env.DB.batch(TO_COME.map((month) => insert.bind(SLUG, month)));
}

function claim(i: number) {
  const question = `Will it be signed by the end of ${2030 + i}?`;
  return { question, criteria: "Both say so.", type: "by", deadline: `${2030 + i}-12-31` };
}

/** Members that mean something together: free texts are left to the generator. */
const MEMBERS: Hints = {
  date: ["2025-11-20", "2025-10", "2013-01-31"],
  sourcePublished: ["2025-11-21", "", null],
  on: ["2025-10-03", "2025-09"],
  asOf: ["2025-10-31", "2013-01-31"],
  from: ["2025-01", "2012-01-31"],
  to: ["2025-12-31"],
  indicator: [EVENT_EXAMPLE.indicator],
  code: [EVENT_EXAMPLE.code],
  state: ["", null],
  score: [null],
  claim: ["C01", "C02"],
  deadline: [DUE],
  month: ["2025-01", "2025-10", "2024-05"],
  sourceUrl: ["https://example.org/a", "", "http://example.org/?q=1"],
  url: ["https://example.org/a"],
  email: ["somebody@example.org", null],
  limit: ["1", "5", "200"],
  revision: ["1", "3"],
  cursor: ["", "2025-11-20~PKRU-0003"],
  expiresAt: [null, 4_000_000_000_000],
};

const files = Array.from({ length: 40 }, (_, i) => ({ ...smallScenario, slug: `small-${i}` }));

/** What only one route takes for its own. A route's name stands for its whole body. */
const BY_ROUTE: Readonly<Record<string, Hints>> = {
  registerScenario: { registerScenario: files },
  correctSaidMonth: { ":month": TO_COME },
  undo: { revision: [undefined] },
  sendPart: { part: [0, 1], event: [] },
  redactEvent: { fields: [["title"], ["title", "sourceTitle"]] },
  recordForecast: { probability: [0.01, 0.4, 0.99] },
};
