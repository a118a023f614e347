import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { verifyViews } from "../../worker/actions/verify-views";
import type { MadeLink } from "../../worker/contract/link-types";
import { gunzip, gzip, sha256 } from "../../worker/store/hash";
import { earlierSigner, flipped, forgetSignatures, freeze, signatureOf } from "./frozen";
import { database, loadShipped } from "./harness";

const found = async (): Promise<string[]> => (await verifyViews(database())).problems;

async function frozen(): Promise<MadeLink & { short: string }> {
  const { analyst } = await loadShipped();
  const link = await freeze(analyst);
  await freeze(analyst, { purpose: "live" });
  expect(await verifyViews(database())).toEqual({ views: 1, links: 2, unsigned: 0, problems: [] });
  return { ...link, short: `The frozen view ${(link.viewHash ?? "").slice(0, 12)}` };
}

async function read(sql: string): Promise<Uint8Array> {
  return new Uint8Array((await env.DB.prepare(sql).first<ArrayBuffer>("body")) ?? []);
}

async function write(sql: string, ...values: unknown[]): Promise<void> {
  const { meta } = await env.DB.prepare(sql)
    .bind(...values)
    .run();
  expect(meta.changes).toBeGreaterThan(0);
}

/** Text with one bit of one letter turned over. */
function flippedText(text: string): string {
  return new TextDecoder().decode(flipped(new TextEncoder().encode(text)));
}

const VIEW = "SELECT body FROM views WHERE kept = 1";
const PART = "SELECT body FROM view_files WHERE part = 0";

describe("one changed byte is found and named", () => {
  test("in the text of a frozen view", async () => {
    const { short } = await frozen();
    await write("UPDATE views SET body = ? WHERE kept = 1", await gzip(flipped(await gunzip(await read(VIEW)))));
    expect(await found()).toEqual([`${short} was changed: its bytes have another hash than it is filed under.`]);
  });

  test.each([0, 0.25, 0.5, 0.75, 1])("in a frozen view as it is packed, at %d of its length", async (share) => {
    const { short } = await frozen();
    const body = await read(VIEW);
    await write("UPDATE views SET body = ? WHERE kept = 1", flipped(body, Math.round(share * (body.length - 1))));
    expect(await found()).toEqual([expect.stringMatching(`^${short} was changed: `)]);
  });

  test("in the hash that a view is filed under", async () => {
    const { id, viewHash } = await frozen();
    const other = flippedText(viewHash ?? "");
    await write("UPDATE views SET hash = ? WHERE kept = 1", other);
    const problems = await found();
    expect(problems).toContain(
      `The frozen view ${other.slice(0, 12)} was changed: its bytes have another hash than it is filed under.`,
    );
    expect(problems).toContain(`The link ${id} shows a frozen view that is not there.`);
  });

  test("in a signature", async () => {
    const link = await frozen();
    const { signature, key } = await signatureOf(link);
    const bytes = flipped(Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0)));
    await write("UPDATE views SET signature = ? WHERE kept = 1", btoa(String.fromCharCode(...bytes)));
    expect(await found()).toEqual([`${link.short} has a signature that does not fit its bytes and the key ${key}.`]);
  });

  test("in the name of the key that signed", async () => {
    const { short, ...link } = await frozen();
    const other = flippedText((await signatureOf(link)).key);
    await write("UPDATE views SET signing_key = ? WHERE kept = 1", other);
    expect(await found()).toEqual([`${short} is signed with the key ${other}, which is not published.`]);
  });

  test("in a published key, or another key put in its place", async () => {
    const link = await frozen();
    const { key } = await signatureOf(link);
    const [{ publicKey }, bytes] = [
      await earlierSigner(),
      await env.DB.prepare("SELECT public_key FROM signing_keys").first<string>("public_key"),
    ];
    const raw = Uint8Array.from(atob(bytes ?? ""), (letter) => letter.charCodeAt(0));
    for (const other of [btoa(String.fromCharCode(...flipped(raw))), publicKey, "not a key"]) {
      await write("UPDATE signing_keys SET public_key = ?", other);
      expect(await found()).toEqual([
        `The published signing key ${key} was changed: its id no longer fits it.`,
        `${link.short} has a signature that does not fit its bytes and the key ${key}.`,
      ]);
    }
  });

  test("in the head of the ledger that a view names", async () => {
    const { short, revision, ...link } = await frozen();
    await write(
      "UPDATE views SET head_hash = ? WHERE kept = 1",
      flippedText((await signatureOf(link as MadeLink)).ledgerHead),
    );
    expect(await found()).toEqual([`${short} names another ledger head than the ledger has at revision ${revision}.`]);
  });

  test.each(["text", "packed"])("in a part of its events.csv (%s)", async (kind) => {
    const { short } = await frozen();
    const body = await read(PART);
    await write(
      "UPDATE view_files SET body = ? WHERE part = 0",
      kind === "packed" ? flipped(body) : await gzip(flipped(await gunzip(body))),
    );
    expect(await found()).toEqual([expect.stringMatching(`^${short} has an events.csv that was changed: `)]);
  });

  test("in its preview image", async () => {
    const { short } = await frozen();
    await write("UPDATE view_images SET body = ?", flipped(await read("SELECT body FROM view_images")));
    expect(await found()).toEqual([`${short} has a preview image that was changed: its check sums differ.`]);
  });
});

describe("what stands around a frozen view is found when it does not fit", () => {
  test.each(["scenario", "revision", "as_of"])("its %s", async (column) => {
    const { id, short } = await frozen();
    await write(`UPDATE views SET ${column} = ? WHERE kept = 1`, column === "revision" ? 2 : "2020-01-01");
    const problems = await found();
    expect(problems).toContain(`${short} is filed under another scenario, revision or day than its bytes say.`);
    expect(problems).toContain(`The link ${id} names another scenario, revision or day than the view that it shows.`);
  });

  test.each([
    ["a part that is gone", "DELETE FROM view_files", "lacks a part of its events.csv."],
    ["a part that is gone from between", "UPDATE view_files SET part = 1", "lacks a part of its events.csv."],
    [
      "a hash that it never had",
      `UPDATE views SET earlier_hashes = '["${"0".repeat(64)}"]' WHERE kept = 1`,
      "lists other earlier hashes than the removals that its bytes tell of.",
    ],
    [
      "a signature that is gone",
      "UPDATE views SET signature = NULL WHERE kept = 1",
      "has no signature; where SIGNING_KEY is set the schedule signs it within the hour.",
    ],
  ])("%s", async (_what, sql, problem) => {
    const { short } = await frozen();
    await write(sql);
    expect(await found()).toEqual([`${short} ${problem}`]);
  });

  test("a view, or what a link says of it, that is gone", async () => {
    const { id, viewHash } = await frozen();
    await write("UPDATE snapshots SET view_hash = '' WHERE id = ?", id);
    expect(await found()).toEqual([`The link ${id} lost the view that it froze.`]);
    await write("UPDATE snapshots SET view_hash = ? WHERE id = ?", viewHash, id);
    await write("UPDATE views SET kept = 0");
    expect(await found()).toEqual([
      `The link ${id} shows a frozen view that is not there.`,
      `A file or an image is filed under ${(viewHash ?? "").slice(0, 12)}, which is no frozen view.`,
    ]);
  });
});

test("a view of before there were signatures is counted and no problem, until it should have one", async () => {
  const { id } = await frozen();
  const view = JSON.parse(new TextDecoder().decode(await gunzip(await read(VIEW)))) as { frozen?: object };
  delete view.frozen;
  const bytes = new TextEncoder().encode(JSON.stringify(view));
  const hash = await sha256(bytes);
  await write("UPDATE views SET body = ?, hash = ? WHERE kept = 1", await gzip(bytes), hash);
  for (const table of ["view_files", "view_images", "snapshots"]) {
    await write(`UPDATE ${table} SET view_hash = ? WHERE view_hash <> ''`, hash);
  }
  await forgetSignatures();
  expect(await verifyViews(database())).toEqual({ views: 1, links: 2, unsigned: 1, problems: [] });
  await write("UPDATE views SET signing_key = 'x' WHERE kept = 1");
  expect(await found()).toEqual([expect.stringContaining("has no signature")]);
  expect(id).toBeTruthy();
});

test("bytes that are no canonical JSON are no view", async () => {
  const { short: _short, ...link } = await frozen();
  const text = new TextDecoder().decode(await gunzip(await read(VIEW)));
  const bytes = new TextEncoder().encode(text.replace("{", "{ "));
  const hash = await sha256(bytes);
  await write("UPDATE views SET body = ?, hash = ? WHERE kept = 1", await gzip(bytes), hash);
  expect(await found()).toContain(`The frozen view ${hash.slice(0, 12)} is not canonical JSON.`);
  expect(link.viewHash).not.toBe(hash);
});
