import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { verifyViews } from "../../worker/actions/verify-views";
import { signViews } from "../../worker/actions/sign-views";
import type { ScenarioView } from "../../worker/core/view-types";
import { runSchedule } from "../../worker/schedule";
import { sha256 } from "../../worker/store/hash";
import { findSigner, keyId, openSigner, verifySignature } from "../../worker/store/signing";
import { signingKeyStatement } from "../../worker/store/signing-keys";
import {
  currentSigner,
  earlierSigner,
  flipped,
  forgetSignatures,
  freeze,
  publishedKeys,
  shown,
  signatureOf,
  withoutKey,
} from "./frozen";
import { api, database, loadShipped, registerShipped, request, SLUG } from "./harness";

const base64 = (hex: string): string => btoa(hex.replaceAll(/../g, (pair) => String.fromCharCode(parseInt(pair, 16))));

describe("a signing key", () => {
  // RFC 8032, section 7.1, test 2.
  const RFC = {
    seed: base64("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
    publicKey: base64("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
    signature: base64(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
  };

  test("signs as RFC 8032 says", async () => {
    const signer = await openSigner(RFC.seed.replaceAll("+", "-").replaceAll("/", "_"));
    expect(signer.publicKey).toBe(RFC.publicKey);
    expect(await signer.sign(new Uint8Array([0x72]))).toBe(RFC.signature);
    expect(signer.key).toBe(await keyId(RFC.publicKey));
    expect(await verifySignature(RFC.publicKey, new Uint8Array([0x72]), RFC.signature)).toBe(true);
    expect(await verifySignature(RFC.publicKey, new Uint8Array([0x73]), RFC.signature)).toBe(false);
  });

  test("may end in the padding and the line end that tools write", async () => {
    const { publicKey } = await openSigner("A".repeat(43));
    expect(publicKey).toBe("O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=");
    expect(await openSigner(`${"A".repeat(43)}=\n`)).toMatchObject({ publicKey, key: await keyId(publicKey) });
  });

  test.each([undefined, "", "SECRET", "SECRET".repeat(8), `${"SECRET+/".repeat(5)}SEC`])(
    "of %j is none: the refusal names the setting and not its value",
    async (seed) => {
      const refusal: unknown = await openSigner(seed).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "not-configured" });
      expect(String(refusal)).toContain("SIGNING_KEY");
      expect(String(refusal)).not.toContain("SECRET+");
      expect(String(refusal)).not.toContain("SECRETSEC");
      expect(await findSigner(seed)).toBeNull();
    },
  );

  test.each(["", "AAAA", "not base64", "A".repeat(88)])("a signature %j is no match, and no crash", async (text) => {
    expect(await verifySignature(RFC.publicKey, new Uint8Array(), text)).toBe(false);
    expect(await verifySignature(text, new Uint8Array(), RFC.signature)).toBe(false);
  });
});

describe("the published keys", () => {
  test("name the key in use before it signed anything, to nobody in particular", async () => {
    const { key: id, publicKey } = await currentSigner();
    expect(await publishedKeys()).toEqual([
      {
        id,
        algorithm: "Ed25519",
        publicKey,
        pem: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n.*\n-----END PUBLIC KEY-----\n$/),
        firstUsedAt: null,
        current: true,
      },
    ]);
  });

  test("keep an earlier one for ever, beside the one in use", async () => {
    const { analyst } = await loadShipped();
    const before = await earlierSigner();
    await database().d1.batch([signingKeyStatement(database().d1, before, 7)]);
    await freeze(analyst);
    const keys = await publishedKeys();
    expect(keys.map(({ id, firstUsedAt, current }) => [id, firstUsedAt, current])).toEqual([
      [before.key, 7, false],
      [(await currentSigner()).key, expect.any(Number), true],
    ]);
    await database().d1.batch([signingKeyStatement(database().d1, before, 8)]);
    expect((await publishedKeys())[0]?.firstUsedAt).toBe(7);
  });

  test("are files that openssl reads, by their id and no other name", async () => {
    const { key, publicKey } = await currentSigner();
    const response = await request("GET", `/api/v1/signing-keys/${key}.pem`);
    const [, body = ""] = (await response.text()).split("\n");
    const spki = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
    const imported = await crypto.subtle.importKey("spki", spki, "Ed25519", true, ["verify"]);
    const raw = new Uint8Array((await crypto.subtle.exportKey("raw", imported)) as ArrayBuffer);
    expect(btoa(String.fromCharCode(...raw))).toBe(publicKey);
    for (const name of [key, `${"0".repeat(16)}.pem`, "x.pem", "%2e%2e.pem", ":id.pem"]) {
      expect([name, (await request("GET", `/api/v1/signing-keys/${name}`)).status]).toEqual([name, 404]);
    }
    expect((await request("POST", "/api/v1/signing-keys")).status).toBe(401);
  });

  test("are still there on an instance that cannot sign any more", async () => {
    const { analyst } = await loadShipped();
    await freeze(analyst);
    const { keys } = await (await withoutKey("GET", "/api/v1/signing-keys")).json<{ keys: object[] }>();
    expect(keys).toMatchObject([{ id: (await currentSigner()).key, current: false }]);
  });
});

describe("a frozen link", () => {
  test("carries a signature of exactly its bytes, and the ledger's head", async () => {
    const { analyst } = await loadShipped();
    const link = await freeze(analyst);
    const [bytes, stated, [key]] = [await shown(link, "view.json"), await signatureOf(link), await publishedKeys()];
    expect(await verifySignature(key?.publicKey ?? "", bytes, stated.signature)).toBe(true);
    expect(await verifySignature(key?.publicKey ?? "", flipped(bytes), stated.signature)).toBe(false);
    const view: ScenarioView = JSON.parse(new TextDecoder().decode(bytes));
    const scenario = await (await api("GET", `/scenarios/${SLUG}`, { key: analyst })).json<{ headHash: string }>();
    expect(stated).toEqual({
      algorithm: "Ed25519",
      sha256: await sha256(bytes),
      ledgerHead: scenario.headHash,
      scenario: SLUG,
      revision: view.revision,
      asOf: view.asOf,
      key: key?.id,
      signature: expect.any(String),
      signedAt: link.createdAt,
      earlierHashes: [],
    });
    expect(view.frozen?.ledgerHead).toBe(scenario.headHash);
    expect(view.frozen?.eventsCsv).toBe(await sha256(await shown(link, "events.csv")));
  });

  test("is not made without a key, and nothing is left of it", async () => {
    const { analyst } = await loadShipped();
    const refused = await withoutKey("POST", `/api/v1/scenarios/${SLUG}/snapshots`, analyst, { title: "No" });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: "not-configured" });
    for (const table of ["snapshots", "signing_keys", "view_files", "view_images"]) {
      expect([table, await env.DB.prepare(`SELECT 1 FROM ${table}`).first()]).toEqual([table, null]);
    }
  });
});

describe("the schedule", () => {
  const settings = { DB: env.DB, LOCAL: "1", SIGNING_KEY: env.SIGNING_KEY ?? "" };

  test("signs what was frozen before there were signatures, once, and not a byte of it changes", async () => {
    const { analyst } = await loadShipped();
    const link = await freeze(analyst);
    const [bytes, first] = [await shown(link, "view.json"), await signatureOf(link)];
    await forgetSignatures();
    const waiting = await request("GET", `${new URL(link.url).pathname}/view.sig`);
    expect(waiting.status).toBe(404);
    expect(await waiting.text()).toContain("was frozen before pages were signed");
    await runSchedule(settings, 7);
    expect(await signatureOf(link)).toEqual({ ...first, signedAt: 7 });
    expect(await publishedKeys()).toMatchObject([{ id: first.key, firstUsedAt: 7 }]);
    await runSchedule(settings, 8);
    expect(await signatureOf(link)).toEqual({ ...first, signedAt: 7 });
    expect(await shown(link, "view.json")).toEqual(bytes);
    expect((await verifyViews(database())).problems).toEqual([]);
  });

  test("keeps signatures of an earlier key", async () => {
    const { analyst } = await loadShipped();
    const link = await freeze(analyst);
    const before = await signatureOf(link);
    const next = await earlierSigner();
    expect(await signViews(database(), next, 9, Infinity)).toEqual([]);
    expect(await signatureOf(link)).toEqual(before);
  });

  test("signs a few a run", async () => {
    const { analyst } = await loadShipped();
    for (const asOf of ["2020-01-31", "2021-01-31", "2022-01-31"]) await freeze(analyst, { asOf });
    await forgetSignatures();
    const unsigned = () =>
      env.DB.prepare("SELECT count(*) AS n FROM views WHERE kept AND signature IS NULL").first("n");
    await signViews(database(), await currentSigner(), 7, 2);
    expect(await unsigned()).toBe(1);
    await signViews(database(), await currentSigner(), 8, 2);
    expect(await unsigned()).toBe(0);
  });

  test("never signs what is not as it was frozen, and names it", async () => {
    const { analyst } = await loadShipped();
    const { viewHash } = await freeze(analyst);
    await freeze(analyst, { asOf: "2020-01-31" });
    await forgetSignatures();
    const body = new Uint8Array(
      (await env.DB.prepare("SELECT body FROM views WHERE hash <> ?").bind(viewHash).first("body")) as ArrayBuffer,
    );
    await env.DB.prepare("UPDATE views SET body = ? WHERE hash = ?").bind(body, viewHash).run();
    const refused = await signViews(database(), await currentSigner(), 7, Infinity);
    expect(refused).toEqual([`The frozen view ${viewHash} was not signed: its bytes were changed`]);
    const row = await env.DB.prepare("SELECT signature FROM views WHERE hash = ?").bind(viewHash).first();
    expect(row).toEqual({ signature: null });
  });

  test("does the rest of its work where no key is set", async () => {
    await registerShipped();
    await expect(runSchedule({ DB: env.DB, LOCAL: "1" })).resolves.toBeUndefined();
  });
});
