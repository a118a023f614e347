/** Names that people choose may be words that every JavaScript object knows. */
import { describe, expect, test } from "vitest";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import type { ImportReport } from "../../worker/contract/import-report";
import { anIndicator, aProposition, aRegistration } from "../factories";
import { now } from "../clock";
import { backupPages, emptyInstance, restoreByApi } from "./backups";
import { api, database, importCsv, keyFor } from "./harness";
import { readEverything } from "./read-everything";
import { share, tokenOf } from "./shared-links";

const WORDS = ["constructor", "prototype", "__proto__", "toString", "hasOwnProperty", "valueOf"];
const SLUGS = ["constructor", "prototype"];
const OPEN = [{ key: "open", label: "Open", until: null }];

const held = { key: "held", label: "Held", score: 2.8, anchor: "", facets: { prototype: "leader" } };
const indicator = anIndicator({ key: "prototype", codebook: [held] });
const { addedOn: _added, ...claim } = aProposition({ deadline: "2030-12-31", indicators: ["prototype"] });

function file(slug: string, over: object = {}): object {
  const registration = aRegistration({ slug, horizons: OPEN, indicators: [indicator] });
  return { ...registration, propositions: [{ ...claim, id: "prototype" }], ...over };
}

/** A reference begins with a letter. */
const REFS = WORDS.map((word) => word.replaceAll("_", ""));

/** Events whose references and texts are such words. */
const CSV = [
  "ref,date,indicator,code,title,actors,location,source_title,source_url,source_reliability,info_credibility,constructor,__proto__",
  ...WORDS.map(
    (word, i) =>
      `${REFS[i]},2012-10-03,prototype,held,${word},${word},${word},${word},https://example.org/${word},B,2,x,y`,
  ),
].join("\n");

describe("scenarios, people and events that are called so", () => {
  test("are read, shared, backed up, restored and verified like any others", async () => {
    const owner = await keyFor("owner", "__proto__");
    const analyst = await keyFor("analyst", "constructor");
    for (const slug of SLUGS) {
      const registered = await api("POST", "/scenarios", { key: owner, body: file(slug) });
      expect(registered.status).toBe(201);
      const imported = await importCsv(analyst, CSV, "", slug);
      expect(await imported.json<ImportReport>()).toMatchObject({ accepted: WORDS.length, rejected: 0 });
      const forecast = { key: analyst, body: { probability: 0.4 } };
      await api("POST", `/scenarios/${slug}/propositions/prototype/forecasts`, forecast);
    }
    const link = await share(owner, { title: "__proto__" }, "constructor");
    const stored = { key: owner, slug: "constructor", refs: REFS.slice(0, 1), claims: ["prototype"] };
    const links = [{ id: link.id, token: tokenOf(link) }];
    const read = { ...stored, links };
    expect(await readEverything(read)).toEqual([]);

    const registered = await (
      await api("GET", "/scenarios/constructor", { key: owner })
    ).json<{ indicators: object[] }>();
    expect(registered.indicators).toMatchObject([{ codebook: [{ facets: { prototype: "leader" } }] }]);
    const lines = (await backupPages(owner)).flat();
    await emptyInstance();
    const key = await keyFor("owner", "Whoever deployed it");
    expect(await restoreByApi(key, lines)).toMatchObject({ done: true });
    expect((await verifyLedgers(database(), now())).map(({ problems }) => problems)).toEqual([[], []]);
    const view = await api("GET", "/scenarios/constructor/view", { key });
    expect(view.status).toBe(200);
    // Read again, for the heads of the ledgers travel by name.
    expect((await backupPages(key)).flat()).toHaveLength(lines.length + 1);
  });
});

describe("a member of a scenario file", () => {
  test.each([
    ["indicators[0].key", { indicators: [{ ...indicator, key: "constructor" }] }],
    ["indicators[0].codebook[0].key", { indicators: [{ ...indicator, codebook: [{ ...held, key: "constructor" }] }] }],
    [
      "indicators[0].codebook[0].facets.constructor",
      { indicators: [{ ...indicator, codebook: [{ ...held, facets: { constructor: "x" } }] }] },
    ],
    ["propositions[0].id", { propositions: [{ ...claim, id: "hasOwnProperty" }] }],
    ["stateValues.constructor", { stateValues: { constructor: 7 } }],
  ])("%s with a name that cannot be kept is refused by its place", async (field, over) => {
    const key = await keyFor("owner");
    const refused = await api("POST", "/scenarios", { key, body: file("refused", over) });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ field }] });
  });
});
