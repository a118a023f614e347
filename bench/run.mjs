/** `npm run bench`: Signpost against the least a worker can do, at several numbers of events. See docs/bench.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/build.mjs";
import { now } from "../scripts/clock.mjs";
import { onEnd } from "../scripts/serve/lifetime.mjs";
import { root } from "../scripts/serve/settings.mjs";
import { run } from "../scripts/serve/user-error.mjs";
import { readOptions } from "./options.mjs";
import { measureFree } from "./free/measure.mjs";
import { measureAt } from "./size.mjs";
import { formatTable } from "./table.mjs";
import { measureVerdict } from "./verdict/measure.mjs";
import { curves, promises } from "./words.mjs";

const say = (line) => console.log(line);

await run(async () => {
  const { sizes, only, save } = readOptions(process.argv.slice(2));
  onEnd(() => process.exit(1));
  const scratch = mkdtempSync(join(tmpdir(), "signpost-bench-"));
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
  await build();

  const cases = new Map();
  const notes = [];
  for (const measure of [measureVerdict, measureFree]) {
    notes.push(await measure(scratch));
    say(notes.at(-1));
  }
  for (const size of sizes) {
    const { results, note } = await measureAt(size, { scratch, only }, say);
    notes.push(note);
    for (const { name, flat, least, result } of results) {
      const one = cases.get(name) ?? { name, flat, least, sizes: [] };
      one.sizes.push({ size, result });
      cases.set(name, one);
    }
  }

  const list = [...cases.values()];
  const table = [
    versions(),
    "p50, p99 and CPU: one request at a time, Signpost and the floor in turn; 8c: replies a second to 8 connections at once.",
    "ratio: what Signpost takes over what the floor takes. CPU: all of the workerd process a request, database and HTTP in it.",
    "*: the slowest of fewer than 100 requests.",
    "",
    formatTable(list),
    "",
    ...notes,
    ...promises(list),
    ...curves(list),
  ].join("\n");
  say(`\n${table}`);
  if (save) writeFileSync(join(root, "bench/last.txt"), `${table}\n`);
  process.exit(0);
});

function versions() {
  const version = (name) => JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
  const packages = ["workerd", "miniflare", "hono", "drizzle-orm"].map((name) => `${name} ${version(name)}`);
  const day = new Date(now()).toISOString().slice(0, 16).replace("T", " ");
  return `${day} UTC, Node ${process.version}, ${packages.join(", ")}, ${cpus().length} x ${cpus()[0].model}`;
}
