import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withInstance } from "../../../scripts/serve/command.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const READY_MS = 60_000;

export interface TestServer {
  url: string;
  signInUrl: string;
  port: number;
  dataDir: string;
  process: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** Another one-time sign-in link, asked for as `npm run sign-in` does. */
  signIn(): Promise<string>;
  /** A new access key, made as a user makes one. */
  key(role: "owner" | "analyst" | "viewer", name?: string): Promise<string>;
  /** Ends the server; the data folder goes with it unless the caller made it. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  dataDir?: string;
  port?: number;
  /** Where the server's clock starts, in epoch milliseconds; without it, at the clock of the tests. */
  now?: number;
  /** Whether it keeps to the limits of the free plan. */
  plan?: "free";
}

/** A folder of its own: a copy of a prepared one where there is one, for what was loaded later than `now` is not yet there. */
async function newData({ now }: ServerOptions): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "signpost-test-"));
  const prepared = process.env.TEST_PREPARED_DATA;
  if (prepared && now === undefined) await cp(prepared, dataDir, { recursive: true });
  return dataDir;
}

/** `SIGNPOST_NOW`, unless the machine's own clock is asked for. */
function clockOf({ now }: ServerOptions): Record<string, string> {
  const ahead = Number(process.env.TEST_CLOCK_AHEAD ?? 0);
  if (now === undefined && ahead === 0) return {};
  return { SIGNPOST_NOW: new Date(now ?? Date.now() + ahead).toISOString() };
}

/** Asks the running instance as a script does, without a process for each question. */
async function ask<T>(path: string, body: object, dataDir: string): Promise<T> {
  return (await withInstance((one) => one(path, body), dataDir)) as T;
}

function planOf({ plan }: ServerOptions): Record<string, string> {
  return plan ? { SIGNPOST_PLAN: plan } : {};
}

/** The real `npm start` on a free port, with a fresh database that holds the shipped scenario. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await newData(options));
  const env = { ...process.env, PORT: String(port), SIGNPOST_DATA: dataDir, ...clockOf(options), ...planOf(options) };
  const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  const signInUrl = await readSignInUrl(child, () => output).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url: `http://localhost:${port}`,
    signInUrl,
    port,
    dataDir,
    process: child,
    output: () => output,
    async signIn() {
      const { code } = await ask<{ code: string }>("/sign-in-code", {}, dataDir);
      return `http://localhost:${port}/sign-in?code=${code}`;
    },
    key: async (role, name = `Test ${role}`) => (await ask<{ key: string }>("/key", { name, role }, dataDir)).key,
    stop,
  };
}

/** Waits for the line with the sign-in link, which comes last but for an explanation; "" where it says that there is none. */
async function readSignInUrl(child: ChildProcess, output: () => string): Promise<string> {
  for (const start = performance.now(); performance.now() - start < READY_MS;) {
    const said = /^(?:Sign in: (\S+)|There is no sign-in link: .*)$/m.exec(output());
    if (said) return said[1] ?? "";
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The server did not get ready:\n${output()}`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}
