import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { accessSettings, emailOfToken, TeamKeys } from "../../../worker/http/access-jwt";
import { AUDIENCE, badTokens, certs, claims, EMAIL, ISSUER, newKey, TEAM, tokenOf } from "../../access-tokens";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const HOUR_MS = 3_600_000;
const settings = { issuer: ISSUER, audience: AUDIENCE };
const key = await newKey("first");
const logged: string[] = [];

beforeEach(() => {
  logged.length = 0;
  for (const name of ["warn", "error", "log"] as const)
    vi.spyOn(console, name).mockImplementation((text) => void logged.push(text));
});
afterEach(() => vi.restoreAllMocks());

/** Keys that count how often the team is asked. */
function teamKeys(answer: () => Response | Promise<Response> = () => certs(key)) {
  const asked: string[] = [];
  const keys = new TeamKeys(async (url) => {
    asked.push(url);
    return answer();
  });
  return { keys, asked };
}

describe("a token", () => {
  let bad: [string, string][] = [];
  beforeAll(async () => {
    bad = await badTokens(key, NOW);
  });

  test.each([[AUDIENCE], [["other", AUDIENCE]]])("that holds names the person, audience %j", async (aud) => {
    const token = await tokenOf(key, claims(NOW, { aud, email: "Ada@Example.org" }));
    expect(await emailOfToken(token, settings, teamKeys().keys, NOW)).toBe(EMAIL);
  });

  test("may be a few seconds off: no two clocks are the same", async () => {
    const at = NOW / 1000;
    const token = await tokenOf(key, claims(NOW, { iat: at + 5, nbf: at + 5, exp: at - 5 }));
    expect(await emailOfToken(token, settings, teamKeys().keys, NOW)).toBe(EMAIL);
  });

  test("is refused whatever is wrong with it, and never logged", async () => {
    expect(bad.length).toBeGreaterThan(16);
    for (const [what, token] of bad) {
      expect([what, await emailOfToken(token, settings, teamKeys().keys, NOW)]).toEqual([what, null]);
      for (const part of token.split(".").filter((text) => text.length > 6)) expect(logged.join()).not.toContain(part);
    }
    expect(logged.length).toBeGreaterThan(0);
  });
});

test.each([
  [{}],
  [{ ACCESS_TEAM: TEAM }],
  [{ ACCESS_AUD: AUDIENCE }],
  [{ ACCESS_TEAM: "", ACCESS_AUD: AUDIENCE }],
  [{ ACCESS_TEAM: TEAM, ACCESS_AUD: " " }],
  [{ ACCESS_TEAM: "evil.example/", ACCESS_AUD: AUDIENCE }],
])("without both settings, well written, no token is ever taken: %j", (env) => {
  expect(accessSettings(env)).toBeNull();
});

test("the settings give the issuer", () => {
  expect(accessSettings({ ACCESS_TEAM: "Desk", ACCESS_AUD: AUDIENCE })).toEqual(settings);
});

describe("the team's keys", () => {
  test("are asked for once an hour", async () => {
    const { keys, asked } = teamKeys();
    for (const at of [NOW, NOW + 1000, NOW + HOUR_MS - 1]) await keys.with("first", ISSUER, at);
    expect(asked).toEqual([`${ISSUER}/cdn-cgi/access/certs`]);
    await keys.with("first", ISSUER, NOW + HOUR_MS);
    expect(asked).toHaveLength(2);
  });

  test("are asked for again for a key that is not among them, once a minute at most", async () => {
    const second = await newKey("second");
    let all = [key];
    const { keys, asked } = teamKeys(() => certs(...all));
    for (const at of [0, 1000, 59_999]) await keys.with("second", ISSUER, NOW + at);
    expect(asked).toHaveLength(1);
    all = [key, second];
    expect((await keys.with("second", ISSUER, NOW + 60_000)).map(({ kid }) => kid)).toEqual(["first", "second"]);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ["an error", () => new Response("no", { status: 500 })],
    ["a page", () => new Response("<html>")],
    ["no list", () => Response.json({})],
    ["nothing", () => Promise.reject(new TypeError("fetch failed"))],
  ])(
    "that cannot be had (%s) let nobody in, are not asked for at every request, and come back",
    async (_what, answer) => {
      let works = false;
      const { keys, asked } = teamKeys(() => (works ? certs(key) : answer()));
      const token = await tokenOf(key, claims(NOW));
      for (const at of [0, 1000]) {
        await expect(emailOfToken(token, settings, keys, NOW + at)).rejects.toMatchObject({ code: "not-configured" });
      }
      expect(asked).toHaveLength(1);
      works = true;
      expect(await emailOfToken(token, settings, keys, NOW + 60_000)).toBe(EMAIL);
    },
  );

  test("of another kind are not among them", async () => {
    const { keys } = teamKeys(() =>
      Response.json({ keys: [null, { kid: "first", kty: "oct", k: "c2VjcmV0" }, key.publicKey] }),
    );
    expect(await keys.with("first", ISSUER, NOW)).toEqual([key.publicKey]);
  });
});
