/** `npm run bench:web`: what a reader waits for, in Chromium, from the product as `npm start` serves it. See docs/bench.md. */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { build } from "../scripts/build.mjs";
import { now } from "../scripts/clock.mjs";
import { run, UserError } from "../scripts/serve/user-error.mjs";
import { launchChromium } from "../test/browser/harness/chromium.ts";
import { startServer } from "../test/browser/harness/server.ts";
import { loadEvents } from "./web/load-events.mjs";
import { budgetLines, budgets, table } from "./web/report.mjs";
import { visit } from "./web/visit.mjs";

const SLUG = "pakistan-russia-2012";
const SHIPPED = 198;
const USAGE = `Usage: npm run bench:web -- [--sizes ${SHIPPED},20000] [--times 15]`;

const say = (line) => console.log(line);

await run(async () => {
  const { sizes, times } = readOptions(process.argv.slice(2));
  await build();
  const browser = await launchChromium();
  const version = browser.version();
  const all = [];
  try {
    for (const events of sizes) all.push(...(await measureAt(events, times, browser)));
  } finally {
    await browser.close();
  }
  const day = new Date(now()).toISOString().slice(0, 16).replace("T", " ");
  const load = loadavg()[0].toFixed(1);
  say(
    `\n${day} UTC, Chromium ${version}, Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, load ${load}`,
  );
  say(
    `Median of ${times} visits, each with an empty cache, at 1280 x 900, over the direct socket of npm start, gzipped.`,
  );
  say(`\n${table(all)}\n\n${budgetLines(budgets(all))}`);
});

/**
 * The dashboard for somebody signed in and a shared page for nobody, in turn, on an instance of its own.
 * @returns {Promise<import("./web/report.mjs").Series[]>}
 */
async function measureAt(events, times, browser) {
  say(`${events} events: loading ...`);
  const server = await startServer();
  try {
    const key = await server.key("owner", "Bench");
    await loadEvents({ url: server.url, key, slug: SLUG, count: events });
    const signedIn = await signIn(browser, server.signInUrl);
    const pages = [
      { page: "dashboard", url: server.url, who: signedIn },
      { page: "snapshot", url: await makeLink(server.url, key), who: undefined },
    ].map((one) => ({ ...one, visits: [] }));
    // The first visit of each is not counted: the worker's code is compiled, and the view drawn up and stored.
    for (let time = 0; time <= times; time += 1) {
      for (const { url, who, visits } of pages) {
        const one = await visit(browser, url, who);
        if (time > 0) visits.push(one);
      }
    }
    say(`${events} events: ${times} visits of each page.`);
    return pages.map(({ page, visits }) => ({ page, events, visits }));
  } finally {
    await server.stop();
  }
}

async function signIn(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((address) => address.pathname !== "/sign-in");
  const state = await context.storageState();
  await context.close();
  return state;
}

async function makeLink(url, key) {
  const answer = await fetch(`${url}/api/v1/scenarios/${SLUG}/snapshots`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ title: "Bench" }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  const { url: link } = await answer.json();
  return new URL(link, url).href;
}

/** @param {string[]} args */
function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { sizes: { type: "string" }, times: { type: "string" } } }));
  } catch (error) {
    throw new UserError(`${error.message}\n${USAGE}`);
  }
  const sizes = (values.sizes ?? `${SHIPPED},20000`).split(",").map(Number);
  const times = Number(values.times ?? 15);
  const whole = [...sizes, times].every(Number.isInteger);
  if (!whole || times < 1 || sizes.some((size) => size < SHIPPED)) {
    throw new UserError(`Sizes are whole numbers from ${SHIPPED} on, the events of the shipped scenario.\n${USAGE}`);
  }
  return { sizes, times };
}
