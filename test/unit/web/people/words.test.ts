import { describe, expect, test } from "vitest";
import type { ApiPerson } from "../../../../worker/contract/people-types";
import { isAbout, keySentence, personSentences, sessionSentence, standingOf } from "../../../../web/people/words";

const AT = Date.parse("2026-11-25T14:00:00Z");
const DAY = 86_400_000;

function person(changes: Partial<ApiPerson> = {}): ApiPerson {
  return {
    id: "a1",
    name: "Ada",
    role: "analyst",
    email: null,
    byAccess: false,
    createdAt: AT,
    lastSeenAt: null,
    disabledAt: null,
    invitedUntil: null,
    keys: 0,
    sessions: 0,
    me: false,
    ...changes,
  };
}

describe("how a person stands", () => {
  test.each([
    [{}, "no way in"],
    [{ invitedUntil: AT }, "invited"],
    [{ invitedUntil: AT, sessions: 1 }, "active"],
    [{ keys: 1 }, "active"],
    [{ email: "a@b.example" }, "no way in"],
    [{ email: "a@b.example", byAccess: true }, "active"],
    [{ email: "a@b.example", byAccess: true, invitedUntil: AT }, "invited"],
    [{ disabledAt: AT, keys: 1, sessions: 1 }, "disabled"],
  ])("%j: %s", (changes, standing) => {
    expect(standingOf(person(changes))).toBe(standing);
  });

  test("is told in sentences, without those that say nothing", () => {
    expect(personSentences(person())).toEqual([
      "Here since 25 November 2026.",
      "Has no key, session or invitation: invite them again to let them in.",
    ]);
    expect(personSentences(person({ lastSeenAt: AT, keys: 1, sessions: 2, invitedUntil: AT + DAY }))).toEqual([
      "Last seen 25 November 2026, after 14:00 UTC.",
      "Has 1 key and 2 sessions.",
      "Invited until 26 November 2026, 14:00 UTC.",
    ]);
    expect(personSentences(person({ disabledAt: AT }))[0]).toBe(
      "Disabled 25 November 2026: the name stays on what they wrote.",
    );
  });
});

test("a key says when it was made, used and revoked", () => {
  const key = { id: "k", label: "", person: "a1", name: "Ada", createdAt: AT, lastUsedAt: null, revokedAt: null };
  expect(keySentence(key)).toBe("Made 25 November 2026, never used.");
  expect(keySentence({ ...key, lastUsedAt: AT, revokedAt: AT + DAY })).toBe(
    "Made 25 November 2026, last used 25 November 2026, after 14:00 UTC; revoked 26 November 2026.",
  );
});

test("a session says when it was begun, used, and when it ends", () => {
  const session = {
    id: "s",
    person: "a1",
    name: "Ada",
    agent: "",
    createdAt: AT,
    expiresAt: AT + 30 * DAY,
    current: true,
  };
  expect(sessionSentence({ ...session, lastUsedAt: AT })).toBe(
    "Begun 25 November 2026, last used 25 November 2026, after 14:00 UTC; ends 25 December 2026.",
  );
  expect(sessionSentence({ ...session, lastUsedAt: null })).toBe("Begun 25 November 2026; ends 25 December 2026.");
});

test("somebody is found by name, address, role and standing, by words in any order and with any capitals", () => {
  const ada = person({ name: "Ada Lovelace", email: "ada@desk.example", role: "viewer", disabledAt: AT });
  for (const words of ["", "  ", "LOVE", "lovelace ada", "desk.example", "viewer disabled"]) {
    expect(isAbout(ada, words), words).toBe(true);
  }
  for (const words of ["grace", "ada owner", "active"]) expect(isAbout(ada, words), words).toBe(false);
});
