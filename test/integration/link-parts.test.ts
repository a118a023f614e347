import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { PART_BYTES } from "../../worker/actions/shared-csv";
import { gunzip } from "../../worker/store/hash";
import { importCsv, registerShipped } from "./harness";
import { manyEvents } from "./many-events";
import { look, share } from "./shared-links";

const NOTE_LETTERS = 4990;

/** Letters of three bytes each that no compression makes shorter, the same at every run. */
function note(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: NOTE_LETTERS }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  }).join("");
}

test("a link with long notes in letters outside Latin is made, stored in small parts, and read back whole", async () => {
  const { analyst } = await registerShipped();
  const [header = "", ...rows] = manyEvents(250).split("\n");
  const at = header.split(",").indexOf("notes");
  const withNotes = rows.map((row, i) => row.split(",").toSpliced(at, 1, note(i)).join(","));
  expect((await importCsv(analyst, [header, ...withNotes].join("\n"))).status).toBe(200);

  const link = await share(analyst, { fields: { notes: true } });
  const { results } = await env.DB.prepare("SELECT body FROM view_files ORDER BY part").all<{ body: number[] }>();
  expect(results.length).toBeGreaterThan(5);
  for (const { body } of results) {
    expect((await gunzip(Uint8Array.from(body))).length).toBeLessThanOrEqual(PART_BYTES);
  }
  const frozen = await (await look(link, "/events.csv")).text();
  const live = await share(analyst, { purpose: "live", fields: { notes: true } });
  expect(await (await look(live, "/events.csv")).text()).toBe(frozen);
  for (const place of [0, 124, 249]) expect(frozen).toContain(note(place));
});
