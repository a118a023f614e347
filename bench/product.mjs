import { createServer } from "node:net";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { result } from "../scripts/serve/answer.mjs";
import { startInstance } from "../scripts/serve/instance.mjs";
import { migrate } from "../scripts/serve/prepare.mjs";
import { root } from "../scripts/serve/settings.mjs";
import { seed } from "./seed/seed.mjs";

/**
 * A data folder with the shipped scenario's registration, `count` events and an owner's access key.
 * @param {{ dataDir: string, count: number, scratch: string }} options
 */
export async function prepareProduct({ dataDir, count, scratch }) {
  const [name] = readdirSync(join(root, "scenarios"));
  const file = readFileSync(join(root, "scenarios", name, "scenario.json"), "utf8");
  const { slug } = JSON.parse(file);
  mkdirSync(dataDir, { recursive: true });
  const { origin, control, stop } = await serveProduct(dataDir);
  try {
    await migrate(control);
    const { key } = await result(await control("/key", { name: "Bench", role: "owner" }));
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const answer = await fetch(`${origin}/api/v1/scenarios`, { method: "POST", headers, body: file });
    if (answer.status !== 201) throw new Error(await answer.text());
    await stop();
    await seed({ dataDir, slug, who: "bench", count, scratch });
    return { slug, key };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Serves that folder exactly as `npm start` does.
 * @param {string} dataDir
 */
export async function serveProduct(dataDir) {
  const port = await freePort();
  const { control, stop } = await startInstance({ dataDir, port, addresses: ["127.0.0.1"] });
  return { origin: `http://127.0.0.1:${port}`, control, stop };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0 }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
