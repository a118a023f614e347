/**
 * `npm run bench:limits`: how long the widest requests take that a signed-in person may send. None may compute for more than
 * two seconds; see docs/bench.md.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "../scripts/build.mjs";
import { now } from "../scripts/clock.mjs";
import { result } from "../scripts/serve/answer.mjs";
import { migrate } from "../scripts/serve/prepare.mjs";
import { root } from "../scripts/serve/settings.mjs";
import { run } from "../scripts/serve/user-error.mjs";
import { bundleScript } from "./bundle.mjs";
import { cpuMs, withPid } from "./cpu.mjs";
import { serveProduct } from "./product.mjs";

const LIMIT_MS = 2000;
const today = new Date(now()).toISOString().slice(0, 10);

await run(async () => {
  await build();
  const scratch = mkdtempSync(join(tmpdir(), "signpost-limits-"));
  const dataDir = join(scratch, "data");
  mkdirSync(dataDir);
  const inputs = await import(pathToFileURL(await bundleScript("bench/limits/inputs.mjs", scratch)).href);
  const { origin, control, stop, pid } = await withPid(() => serveProduct(dataDir));
  try {
    await migrate(control);
    const { key } = await result(await control("/key", { name: "Bench", role: "owner" }));
    const over = await measure(`${origin}/api/v1/scenarios`, key, pid, inputs);
    console.log(over === 0 ? "No request took more than two seconds." : `${over} took more than two seconds.`);
    process.exitCode = over === 0 ? 0 : 1;
  } finally {
    await stop();
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** @returns {Promise<number>} how many took too long */
async function measure(url, key, pid, { eventRows, looked, scenarioFile, widest }) {
  let over = 0;
  const ask = async (what, method, path, body, status = 200) => {
    const isText = typeof body === "string";
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": isText ? "text/csv" : "application/json" };
    const [from, cpuFrom] = [performance.now(), cpuMs(pid)];
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const [ms, cpu] = [performance.now() - from, cpuMs(pid) - cpuFrom].map(Math.round);
    if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${text.slice(0, 500)}`);
    // Other programs make one wait, and do not compute; where the system tells no processor time, waiting has to do.
    const isOver = (Number.isNaN(cpu) ? ms : cpu) > LIMIT_MS;
    if (isOver) over += 1;
    console.log(`${String(ms).padStart(7)} ms, CPU ${String(cpu).padStart(6)} ms  ${isOver ? "OVER  " : ""}${what}`);
    return text;
  };
  for (const { slug, what, indicators, propositions, registeredOn, from } of widest(today)) {
    const file = scenarioFile({ slug, indicators, propositions, registeredOn });
    const at = `/${slug}`;
    console.log(`${what}:`);
    await ask("registering it", "POST", "?confirmDate=1", file, 201);
    await ask("attesting every month", "POST", `${at}/attestations`, looked(from, today), 201);
    for (const rows of eventRows(file, from, today)) {
      await ask(`importing ${rows.length} events as JSON`, "POST", `${at}/import?confirmDate=1`, { events: rows });
    }
    const [first] = eventRows(file, from, today)[0];
    const { ref: _ref, ...event } = first;
    await ask("logging an event in the first month", "POST", `${at}/events`, { ...event, confirmDate: true }, 201);
    await ask("the view, cold", "GET", `${at}/view`);
    await ask("the view of an earlier revision", "GET", `${at}/view?revision=3`);
    await ask("the view of a day long past", "GET", `${at}/view?asOf=${registeredOn}`);
    await ask("a frozen link", "POST", `${at}/snapshots`, { title: "Widest", fields: { notes: true } }, 201);
    await ask("taking the log's last commit back", "POST", `${at}/undo`, { reason: "Bench" });
  }
  const shipped = readFileSync(join(root, "scenarios/pakistan-russia-2012/scenario.json"), "utf8");
  await ask("registering the shipped scenario", "POST", "", JSON.parse(shipped), 201);
  return over;
}
