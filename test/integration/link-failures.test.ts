import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { createSnapshot, type CreateSnapshot, type CreatedSnapshot } from "../../worker/actions/create-snapshot";
import { getView } from "../../worker/actions/get-view";
import { SnapshotInput } from "../../worker/contract/snapshot-requests";
import { termsOf } from "../../worker/core/link-terms";
import { parseBody } from "../../worker/http/validate";
import { toCsv } from "../../worker/routes/event-exports";
import { openDatabase } from "../../worker/store/database";
import { passphraseMac } from "../../worker/store/link-access";
import { everyTable } from "./canaries";
import { currentSigner } from "./frozen";
import { api, loadShipped, SLUG } from "./harness";

const NOW = Date.UTC(2026, 5, 15);
const END = NOW + 1000;
const GUARDED = { title: "T", passphrase: true, viewCap: 2, expiresAt: END };
/** What a link leaves behind. */
const KEPT = ["snapshots", "view_files", "view_images", "signing_keys"] as const;

async function asked(body: object): Promise<CreateSnapshot> {
  return {
    terms: termsOf(parseBody(SnapshotInput, body), NOW),
    question: { slug: SLUG, today: "2026-06-15", now: NOW },
    toCsv,
    signer: await currentSigner(),
    secret: env.LINK_SECRET,
    drawImage: async () => new Uint8Array([1, 2, 3]),
  };
}

function make(input: CreateSnapshot, d1: D1Database = env.DB): Promise<CreatedSnapshot> {
  return createSnapshot({ db: openDatabase(d1), who: "a1", now: NOW }, input);
}

type Batch = (statements: D1PreparedStatement[]) => Promise<unknown>;

/** The database with every batch of statements in somebody else's hands. */
function withBatch(batch: Batch): D1Database {
  return new Proxy(env.DB, {
    get(target, property) {
      if (property === "batch") return batch;
      const member: unknown = Reflect.get(target, property);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}

/** How large the batches are that making such a link takes while the view is at hand. */
async function batchesOf(body: object): Promise<number[]> {
  await getView(openDatabase(env.DB), (await asked(body)).question);
  const sizes: number[] = [];
  const counting = withBatch((statements) => {
    sizes.push(statements.length);
    return env.DB.batch(statements);
  });
  await make(await asked(body), counting);
  await clear();
  return sizes;
}

async function clear(): Promise<void> {
  for (const table of KEPT) await env.DB.prepare(`DELETE FROM ${table}`).run();
  await env.DB.prepare("DELETE FROM views WHERE kept = 1").run();
}

async function expectNothing(): Promise<void> {
  const tables = await everyTable();
  expect(KEPT.map((table) => tables.get(table))).toEqual(["[]", "[]", "[]", "[]"]);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM views WHERE kept = 1").first("n")).toBe(0);
}

/** Made after all, and no weaker than it was asked for. */
async function expectWholeLink(input: CreateSnapshot): Promise<void> {
  const { snapshot, passphrase } = await make(input);
  const row = await env.DB.prepare("SELECT * FROM snapshots").first();
  const mac = await passphraseMac(env.LINK_SECRET, snapshot.id, passphrase ?? "");
  expect(row).toMatchObject({ id: snapshot.id, passphrase_mac: mac, view_cap: 2, expires_at: END, withdrawn_at: null });
  await clear();
}

describe.each(["publication", "live"])("when making a link (%s) fails", (purpose) => {
  const body = { ...GUARDED, purpose };

  test("at any access to the database, nothing of it is there, and the next try makes it whole", async () => {
    await loadShipped();
    const { length } = await batchesOf(body);
    expect(length).toBeGreaterThanOrEqual(4);
    for (let failing = 0; failing < length; failing += 1) {
      let seen = 0;
      const broken = withBatch(async (statements) => {
        seen += 1;
        if (seen === failing + 1) throw new Error("D1 is gone");
        return env.DB.batch(statements);
      });
      await expect(make(await asked(body), broken)).rejects.toThrow(/D1 is gone|Failed query/);
      await expectNothing();
    }
    await expectWholeLink(await asked(body));
  });

  test("at any statement of the one write, nothing of it is there, and the next try makes it whole", async () => {
    await loadShipped();
    const sizes = await batchesOf(body);
    const last = sizes.at(-1) ?? 0;
    expect(last).toBe(purpose === "live" ? 2 : 6);
    const overflow = env.DB.prepare("SELECT abs(-9223372036854775808)");
    for (let failing = 0; failing < last; failing += 1) {
      let seen = 0;
      const broken = withBatch((statements) => {
        seen += 1;
        return env.DB.batch(seen < sizes.length ? statements : statements.with(failing, overflow));
      });
      await expect(make(await asked(body), broken)).rejects.toThrow("integer overflow");
      await expectNothing();
    }
    await expectWholeLink(await asked(body));
  });
});

test("a signature, an image, a file or a passphrase that cannot be made leaves nothing behind", async () => {
  await loadShipped();
  const fail = (): never => {
    throw new Error("It broke");
  };
  const whole = await asked(GUARDED);
  const broken: Partial<CreateSnapshot>[] = [
    { signer: { ...whole.signer, sign: async () => fail() } },
    { drawImage: async () => fail() },
    { toCsv: fail },
    { secret: undefined },
    { secret: "short" },
  ];
  for (const part of broken) {
    await expect(make({ ...whole, ...part })).rejects.toThrow();
    await expectNothing();
  }
  await expectWholeLink(whole);
});

test("making a link reads each event once and a constant number of rows beside", async () => {
  await loadShipped();
  const input = await asked(GUARDED);
  const question = { ...input.question, asOf: "2025-11-30" };
  await getView(openDatabase(env.DB), question);
  const db = openDatabase(env.DB);
  await createSnapshot({ db, who: "a1", now: NOW }, { ...input, question });
  // Of a warm view 3, the head of the ledger once more, and the check before the write.
  expect(db.usage.rowsRead).toBeLessThanOrEqual(198 + 12);
  // The link with its indexes, the view with one, its file, its image, and the key.
  expect(db.usage.rowsWritten).toBeLessThanOrEqual(12);
});

test("a link is made from the log as it stands when it is stored, and refused while it never stands still", async () => {
  const { owner } = await loadShipped();
  const grow = () => env.DB.prepare("UPDATE scenarios SET head_revision = head_revision + 1").run();
  const shrink = () => env.DB.prepare("UPDATE scenarios SET head_revision = 3").run();
  const input = await asked(GUARDED);
  let tries = 0;
  const busy = { ...input, drawImage: async () => (await grow(), (tries += 1), new Uint8Array()) };
  await expect(make(busy)).rejects.toThrow("No link was made: try again");
  expect(tries).toBe(5);
  await expectNothing();
  await shrink();
  const once = { ...input, drawImage: async () => (await (tries++ < 6 ? grow() : shrink()), new Uint8Array()) };
  await make(once);
  expect((await api("GET", `/scenarios/${SLUG}/snapshots`, { key: owner })).status).toBe(200);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM snapshots").first("n")).toBe(1);
});
