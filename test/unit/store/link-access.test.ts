import { describe, expect, test } from "vitest";
import {
  checkPassphrase,
  checkTicket,
  newPassphrase,
  newTicket,
  passphraseMac,
} from "../../../worker/store/link-access";

const SECRET = Buffer.alloc(32, "a secret").toString("base64url");
const OTHER = Buffer.alloc(32, "another").toString("base64url");
const NOW = 1_700_000_000_000;
const LINK = { id: "a1", tokenHash: "f".repeat(64), passphraseMac: "e".repeat(64) };

describe("a passphrase", () => {
  test("is four groups of four letters that nobody mixes up, each of 32 equally likely", () => {
    const seen = new Map<string, number>();
    const made = Array.from({ length: 4000 }, newPassphrase);
    for (const passphrase of made) {
      expect(passphrase).toMatch(/^[2-9a-km-np-z]{4}(-[2-9a-km-np-z]{4}){3}$/);
      for (const letter of passphrase.replaceAll("-", "")) seen.set(letter, (seen.get(letter) ?? 0) + 1);
    }
    expect(new Set(made).size).toBe(4000);
    expect(seen.size).toBe(32);
    // 2,000 of each are expected; nine standard deviations are 400.
    for (const count of seen.values()) expect(Math.abs(count - 2000)).toBeLessThan(400);
  });

  test("fits however it is typed, at its own link and under its own secret only", async () => {
    const mac = await passphraseMac(SECRET, "a1", "k7mq-2xhd-9rtn-4wvc");
    expect(mac).toMatch(/^[0-9a-f]{64}$/);
    for (const typed of ["k7mq-2xhd-9rtn-4wvc", "K7MQ 2XHD 9RTN 4WVC", " k7mq2xhd9rtn4wvc\n", "k7mq–2xhd—9rtn‑4wvc"]) {
      expect(await checkPassphrase(SECRET, "a1", typed, mac)).toBe(true);
    }
    for (const typed of ["", "k7mq-2xhd-9rtn-4wv", "k7mq-2xhd-9rtn-4wvcc", "k7mq.2xhd.9rtn.4wvc"]) {
      expect(await checkPassphrase(SECRET, "a1", typed, mac)).toBe(false);
    }
    expect(await checkPassphrase(SECRET, "a2", "k7mq-2xhd-9rtn-4wvc", mac)).toBe(false);
    expect(await checkPassphrase(OTHER, "a1", "k7mq-2xhd-9rtn-4wvc", mac)).toBe(false);
    expect(await checkPassphrase(SECRET, "a1", "k7mq-2xhd-9rtn-4wvc", "")).toBe(false);
  });

  test.each([
    undefined,
    "",
    "short",
    "x".repeat(42),
    `${"x".repeat(42)}=`,
    `${"x".repeat(43)}==`,
    "x".repeat(44),
    `${"x".repeat(42)}!`,
  ])("is neither made nor checked with the secret %s, which is not told", async (secret) => {
    for (const work of [passphraseMac(secret, "a1", "x"), newTicket(secret, LINK, NOW)]) {
      const error = await work.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code: "not-configured", message: expect.stringContaining("LINK_SECRET") });
      if (secret) expect(String(error)).not.toContain(secret.slice(0, 20));
    }
  });
});

test("a secret may end as it was piped into its setting, in padding and a line break", async () => {
  const mac = await passphraseMac(`${SECRET}=\n`, "a1", "k7mq");
  expect(mac).toBe(await passphraseMac(SECRET, "a1", "k7mq"));
});

describe("a ticket", () => {
  test("holds for an hour", async () => {
    const ticket = await newTicket(SECRET, LINK, NOW);
    expect(ticket).toMatch(/^1700003600\.[A-Za-z0-9_-]{43}$/);
    expect(await checkTicket(SECRET, LINK, ticket, NOW)).toBe(true);
    expect(await checkTicket(SECRET, LINK, ticket, NOW + 3_599_999)).toBe(true);
    expect(await checkTicket(SECRET, LINK, ticket, NOW + 3_600_000)).toBe(false);
  });

  test("holds for the same link, token, passphrase and secret only", async () => {
    const ticket = await newTicket(SECRET, LINK, NOW);
    for (const change of [
      { id: "a2" },
      { tokenHash: "0".repeat(64) },
      { passphraseMac: null },
      { passphraseMac: "" },
    ]) {
      expect(await checkTicket(SECRET, { ...LINK, ...change }, ticket, NOW)).toBe(false);
    }
    expect(await checkTicket(OTHER, LINK, ticket, NOW)).toBe(false);
  });

  test("is refused with any character changed, and in any other form", async () => {
    const ticket = await newTicket(SECRET, LINK, NOW);
    for (let at = 0; at < ticket.length - 1; at += 1) {
      const changed = ticket.slice(0, at) + (ticket[at] === "2" ? "3" : "2") + ticket.slice(at + 1);
      expect([at, await checkTicket(SECRET, LINK, changed, NOW)]).toEqual([at, false]);
    }
    for (const other of ["", ".", ticket.slice(1), `${ticket} `, ` ${ticket}`, `${ticket}.`, ticket.replace(".", "")]) {
      expect(await checkTicket(SECRET, LINK, other, NOW)).toBe(false);
    }
  });
});
