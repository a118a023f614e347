import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** The longest address of a socket that every system takes, in bytes. */
const MAX_SOCKET_BYTES = 103;
/** What a local command may ask of a running instance; the rest of the control worker is for the start alone. */
const OPERATIONS = new Set([
  "/key",
  "/sign-in-code",
  "/recover",
  "/verify",
  "/rebuild",
  "/backup",
  "/backup/check",
  "/restore/begin",
  "/restore/lines",
  "/restore/finish",
]);

/**
 * Lets local commands of the same user reach the control worker of the running instance.
 * @param {string} dataDir
 * @param {(path: string, body: unknown) => Promise<Response>} control
 * @returns {Promise<{ path: string, close(): void }>} `close` is synchronous: it is called while the process exits
 */
export async function openControlSocket(dataDir, control) {
  const path = socketPath(dataDir);
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.method !== "POST" || !OPERATIONS.has(incoming.url ?? "")) return outgoing.writeHead(404).end();
    try {
      const answer = await control(incoming.url, JSON.parse(await text(incoming)));
      outgoing.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
    } catch (error) {
      outgoing.writeHead(500, { "Content-Type": "application/json" }).end(JSON.stringify({ detail: error.message }));
    }
  });
  rmSync(path, { force: true });
  await new Promise((resolve, reject) => server.once("error", reject).listen(path, resolve));
  // The folder is closed to others from the start; the socket itself follows here.
  if (process.platform !== "win32") chmodSync(path, 0o600);
  return {
    path,
    close() {
      server.close();
      rmSync(path, { force: true });
    },
  };
}

/** `control.sock` in the data folder, or in a short folder of its own where that path is too long for a socket. */
export function socketPath(dataDir) {
  if (process.platform === "win32") {
    return `\\\\.\\pipe\\signpost-${createHash("sha256").update(dataDir).digest("hex").slice(0, 32)}`;
  }
  const path = join(dataDir, "control.sock");
  if (Buffer.byteLength(path) <= MAX_SOCKET_BYTES) return path;
  return join(mkdtempSync(join(tmpdir(), "signpost-")), "control.sock");
}

/**
 * Asks the instance that listens at a control socket.
 * @param {string} socket @param {string} path @param {unknown} body
 * @returns {Promise<Response | null>} null when nobody listens there
 */
export function askSocket(socket, path, body) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: socket, path, method: "POST", agent: false }, async (incoming) =>
      resolve(new Response(await text(incoming), { status: incoming.statusCode })),
    );
    outgoing.once("error", (error) =>
      ["ENOENT", "ECONNREFUSED"].includes(error.code) ? resolve(null) : reject(error),
    );
    outgoing.end(JSON.stringify(body));
  });
}
