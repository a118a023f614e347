import { describe, expect, it } from "vitest";
import type { LinkCorrection } from "../../../../worker/contract/link-types";
import { type OffsetAt, UTC } from "../../../../worker/core/moments";
import { DEFAULT_FIELDS, SHARED_FIELDS } from "../../../../worker/core/sharing";
import { alongSentence, stayingLines } from "../../../../web/links/field-words";
import { mailMessage } from "../../../../web/links/mail-message";
import { guardsSentence, madeSentence, noticeStart, opensSentence, waitsForNotice } from "../../../../web/links/words";
import { aLink, NOW } from "./sample-link";

const PACIFIC: OffsetAt = () => -480;
const all = { sources: true, monthNote: true, notes: true, names: true, forecasts: true };
const none = { sources: false, monthNote: false, notes: false, names: false, forecasts: false };

describe("what goes along with a link", () => {
  it("is said with what stays", () => {
    expect(alongSentence(DEFAULT_FIELDS)).toBe(
      "Sources go along; the month\u2019s note, notes on events, names and forecasts stay here.",
    );
    expect(alongSentence({ ...none, monthNote: true })).toBe(
      "The month\u2019s note goes along; sources, notes on events, names and forecasts stay here.",
    );
    expect(alongSentence({ ...all, monthNote: false })).toBe(
      "Sources, notes on events, names and forecasts go along; the month\u2019s note stays here.",
    );
    expect(alongSentence(all)).toMatch(/forecasts go along; nothing stays here\.$/);
  });

  it("never leaves a field unsaid: each either goes along or stays", () => {
    expect(alongSentence(none)).toBe(
      "Only the figures go along; sources, the month\u2019s note, notes on events, names and forecasts stay here.",
    );
    expect(stayingLines(none)).toHaveLength(SHARED_FIELDS.length);
    expect(stayingLines(all)).toEqual([]);
    expect(stayingLines(DEFAULT_FIELDS).join(" ")).not.toMatch(/Sources/);
  });
});

describe("who gets in", () => {
  it("names the end, the passphrase and the limit", () => {
    const guards = { expiresAt: Date.parse("2026-12-26T08:00:00Z"), passphrase: true, viewCap: 5 };
    expect(guardsSentence(guards, NOW, PACIFIC)).toBe(
      "Can be read until the end of 25 December 2026 (UTC-8). Asks for a passphrase. Can be opened 5 times.",
    );
    expect(guardsSentence({ expiresAt: null, passphrase: false, viewCap: null }, NOW)).toBe(
      "No end date. No passphrase: whoever has the address can read it.",
    );
  });

  it("says the same end by another clock to whoever reads it there", () => {
    const guards = { expiresAt: Date.parse("2026-12-26T08:00:00Z"), passphrase: true, viewCap: null };
    expect(guardsSentence(guards, NOW, UTC)).toMatch(/^Can be read until 26 December 2026, 08:00 UTC\. /);
    expect(guardsSentence(guards, NOW, () => 300)).toMatch(/^Can be read until 26 December 2026, 13:00 UTC\+5\. /);
  });

  it("says of an end that has passed that it has", () => {
    const guards = { expiresAt: NOW, passphrase: true, viewCap: null };
    expect(guardsSentence(guards, NOW, UTC)).toMatch(/^Could be read until 25 November 2026, 09:30 UTC\./);
    expect(guardsSentence(guards, NOW - 1, UTC)).toMatch(/^Can be read until /);
  });
});

describe("how often a link was opened", () => {
  const lastOpenedAt = Date.parse("2026-11-03T20:00:00Z");
  it.each([
    [{ opens: 0 }, "Not opened yet."],
    [{ opens: 1, lastOpenedAt }, "Opened 1 time, last on 3 November 2026, 20:00 UTC."],
    [{ opens: 12, lastOpenedAt }, "Opened 12 times, last on 3 November 2026, 20:00 UTC."],
    [{ opens: 0, viewCap: 5 }, "Can be opened 5 times; not opened yet."],
    [{ opens: 3, viewCap: 5, lastOpenedAt }, "Opened 3 of 5 times, last on 3 November 2026, 20:00 UTC."],
  ])("%o is said as %s", (over, said) => {
    expect(opensSentence(aLink(over))).toBe(said);
  });
});

describe("how a link was made", () => {
  it("names the revision of a frozen one, and of a live one that it follows the log", () => {
    expect(madeSentence(aLink())).toEqual({
      before: "For publication. Frozen 3 November 2026, 14:05 UTC by ",
      after: ". Events up to 30 November 2025, revision 12.",
    });
    const live = madeSentence(aLink({ purpose: "live" }));
    expect(live).toEqual({ before: "Live. Made 3 November 2026, 14:05 UTC by ", after: ". Follows the log." });
  });
});

describe("the message that a link is sent with", () => {
  const url = "https://desk.example/s/token";
  it("says what the page is and how long it can be read", () => {
    const expiresAt = Date.parse("2026-12-26T08:00:00Z");
    expect(mailMessage({ ...aLink({ expiresAt, viewCap: 5, note: "For the desk." }), url }, PACIFIC)).toEqual({
      subject: "Pakistan and Russia",
      body:
        "Pakistan and Russia\n\nhttps://desk.example/s/token\n\n" +
        "The page is frozen: events up to 30 November 2025, revision 12. " +
        "It can be read until the end of 25 December 2026 (UTC-8). It can be opened 5 times.\n\nFor the desk.",
    });
  });

  it("says that there is a passphrase and never which", () => {
    const sent = { ...aLink({ hasPassphrase: true }), url, passphrase: "gudr-hdq2-zgyp-g4ik" };
    expect(mailMessage(sent).body).toMatch(/asks for a passphrase, which I send you another way/);
    expect(JSON.stringify(mailMessage(sent))).not.toContain("gudr");
  });

  it("does not call a live page frozen", () => {
    expect(mailMessage({ ...aLink({ purpose: "live" }), url }).body).not.toMatch(/frozen|revision/);
  });
});

describe("a correction that links carry", () => {
  const carrier = { id: "a1", title: "T", createdAt: 0, status: "open", noticed: false, mayChange: true } as const;
  const correction: LinkCorrection = {
    ref: "PKRU-0046",
    title: "A title that did not go along",
    change: "retracted",
    revision: 13,
    at: NOW,
    by: "Ann",
    reason: "A private reason",
    links: [carrier],
  };

  it("begins its notice with the event and neither with its title nor with the reason", () => {
    expect(noticeStart(correction)).toBe("Event PKRU-0046 was retracted after this page was frozen. ");
    expect(noticeStart({ ...correction, change: "corrected" })).toMatch(/was corrected/);
  });

  it("waits until every link that can be opened has its notice", () => {
    expect(waitsForNotice(correction)).toBe(true);
    expect(waitsForNotice({ ...correction, links: [{ ...carrier, noticed: true }] })).toBe(false);
    expect(waitsForNotice({ ...correction, links: [{ ...carrier, noticed: true }, carrier] })).toBe(true);
    expect(waitsForNotice({ ...correction, links: [{ ...carrier, status: "withdrawn" }] })).toBe(false);
  });
});
