import { createHash } from "node:crypto";
import { rmSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Holds a name of the operating system for a data folder, known by its place on the disk: on Linux and Windows no file stands
 * for it that could be deleted, and it ends with the process.
 * @param {string} dataDir
 * @returns {Promise<{ close(): void }>}
 * @throws EADDRINUSE where another process holds it
 */
export async function takeGuard(dataDir) {
  const name = guardName(dataDir);
  const isFile = name.startsWith("/");
  const server = await listen(name).catch(async (error) => {
    // What a killed process left behind is a file that nobody listens at.
    if (!isFile || error.code !== "EADDRINUSE" || (await answers(name))) throw error;
    rmSync(name, { force: true });
    return listen(name);
  });
  server.unref();
  return { close: () => server.close() };
}

/** @param {string} dataDir */
function guardName(dataDir) {
  const { dev, ino } = statSync(dataDir, { bigint: true });
  const id = `signpost-${createHash("sha256").update(`${dev} ${ino}`).digest("hex").slice(0, 32)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${id}-lock`;
  return process.platform === "linux" ? `\0${id}` : join(tmpdir(), `${id}.lock`);
}

/** @param {string} name @returns {Promise<import("node:net").Server>} */
function listen(name) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(name, () => resolve(server));
  });
}

/** @param {string} name @returns {Promise<boolean>} */
function answers(name) {
  return new Promise((resolve) => {
    const socket = connect(name, () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
