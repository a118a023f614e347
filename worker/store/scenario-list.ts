import type { ScenarioCard } from "../core/scenario-card";
import type { Database } from "./database";
import type { StoredView } from "./views";

export interface ListedScenario extends Omit<ScenarioCard, "figures"> {
  /** Its stored view, if that was drawn up at the head of its ledger. */
  viewHash: string | null;
}

interface Row extends Pick<ListedScenario, "slug" | "revision" | "lastEvent" | "viewHash"> {
  said: string;
}

/** A registration that cannot be read has no words: its own page says so, and the lists go on. */
const READABLE = "CASE WHEN json_valid(s.registration) THEN s.registration ELSE '{}' END";
/** What `said` holds, in this order. */
const SAID = "'$.title', '$.claim', '$.source.author', '$.mode', '$.version', '$.registeredOn'";
type Said = [
  title: string | null,
  claim: string | null,
  author: string | null,
  mode: ScenarioCard["mode"] | null,
  version: number | null,
  registeredOn: string | null,
];

/**
 * All scenarios with the newest event up to today, the last touched first: a few rows each, however many events.
 * `question` is the one that a stored view must answer.
 */
export async function listForPage(db: Database, question: string, today: string): Promise<ListedScenario[]> {
  const statement = db.d1
    .prepare(
      `SELECT s.slug, s.head_revision AS revision, json_extract(${READABLE}, ${SAID}) AS said, c.hash AS viewHash,
         (SELECT date FROM events INDEXED BY events_date WHERE scenario = s.slug AND date <= ?2 AND status = 'active'
          ORDER BY date DESC LIMIT 1) AS lastEvent
       FROM scenarios AS s
       LEFT JOIN view_cache AS c ON c.scenario = s.slug AND c.question = ?1 AND c.head = s.head_revision
       ORDER BY lastEvent DESC, s.created_at DESC`,
    )
    .bind(question, today);
  const [result] = await db.d1.batch<Row>([statement]);
  return (result?.results ?? []).map(({ said, ...row }) => {
    const [title, claim, author, mode, version, registeredOn] = JSON.parse(said) as Said;
    return {
      ...row,
      title: title ?? row.slug,
      claim: claim ?? "",
      author: author ?? "",
      mode: mode ?? "registered",
      version: version ?? 1,
      registeredOn: registeredOn ?? "",
    };
  });
}

interface ListedHead {
  slug: string;
  title: string;
  revision: number;
  /** Hash of the ledger's head. */
  head: string;
  /** As in `ListedScenario`. */
  viewHash: string | null;
}

/** All scenarios with the heads of their ledgers, in the order of their registration. */
export async function listHeads(db: Database, question: string): Promise<ListedHead[]> {
  const statement = db.d1
    .prepare(
      `SELECT s.slug, coalesce(json_extract(${READABLE}, '$.title'), s.slug) AS title, s.head_revision AS revision,
         s.head_hash AS head, c.hash AS viewHash
       FROM scenarios AS s
       LEFT JOIN view_cache AS c ON c.scenario = s.slug AND c.question = ?1 AND c.head = s.head_revision
       ORDER BY s.created_at`,
    )
    .bind(question);
  const [result] = await db.d1.batch<ListedHead>([statement]);
  return result?.results ?? [];
}

/** The bodies of these stored views, by hash. */
export async function readViewBodies(db: Database, hashes: string[]): Promise<Map<string, Pick<StoredView, "body">>> {
  if (hashes.length === 0) return new Map();
  const statement = db.d1
    .prepare("SELECT v.hash, v.body FROM json_each(?1) AS h JOIN views AS v ON v.hash = h.value")
    .bind(JSON.stringify(hashes));
  const [result] = await db.d1.batch<{ hash: string; body: ArrayBuffer }>([statement]);
  return new Map((result?.results ?? []).map(({ hash, body }) => [hash, { body: new Uint8Array(body) }]));
}

/** The scenarios that are registered, with the version of their rules. */
export async function listVersions(db: Database): Promise<{ slug: string; version: number }[]> {
  const [result] = await db.d1.batch<{ slug: string; version: number }>([
    db.d1.prepare("SELECT slug, version FROM scenarios"),
  ]);
  return result?.results ?? [];
}
