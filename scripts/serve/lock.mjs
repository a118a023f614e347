import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { takeGuard } from "./guard.mjs";
import { keepPrivate } from "./private.mjs";
import { systemWords, UserError } from "./user-error.mjs";

/**
 * What the process that holds the data folder says of itself, in `instance.json`: hints for messages and for finding
 * the control socket. Whether it still runs is decided by the lock alone. A short command has no port.
 * @typedef {{ pid: number, port: number | null, socket: string | null }} Instance
 * @typedef {{ describe(instance: Omit<Instance, "pid">): void, release(): void }} Lock
 */

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
/** How long a command or a start that is under way may take until the folder is free or its socket is there. */
const PATIENCE_MS = 15_000;

/**
 * Takes the data folder for this process, or returns null when another process has it: two processes never open one
 * database.
 *
 * The lock is an open exclusive transaction on a file of its own, so the operating system drops it with the process,
 * however that ends: a file with a process id would go stale after SIGKILL, and ids are reused. That file can be deleted, and
 * another of its name is another lock: hence the guard, which is no file.
 * @param {string} dataDir
 * @returns {Promise<Lock | null>}
 */
export async function tryLock(dataDir) {
  const file = join(dataDir, "instance.json");
  let lock;
  let guard;
  try {
    keepPrivate(dataDir);
    lock = new DatabaseSync(join(dataDir, "lock"), { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    guard = await takeGuard(dataDir);
  } catch (error) {
    lock?.close();
    if (error.errcode === SQLITE_BUSY || error.code === "EADDRINUSE") return null;
    const words = error.errcode === SQLITE_FULL ? systemWords({ code: "ENOSPC" }) : systemWords(error);
    throw new UserError(`The data folder ${dataDir} cannot be used: ${words ?? error.message}`);
  }
  const describe = (instance) =>
    writeFileSync(file, `${JSON.stringify({ pid: process.pid, ...instance })}\n`, { mode: 0o600 });
  describe({ port: null, socket: null });
  return {
    describe,
    release() {
      rmSync(file, { force: true });
      guard.close();
      lock.close();
    },
  };
}

/**
 * Takes the data folder, waiting for a short command that has it, but not for a running instance.
 * @param {string} dataDir
 * @returns {Promise<Lock>}
 */
export async function takeLock(dataDir) {
  for (const start = performance.now(); ; await sleep(100)) {
    const lock = await tryLock(dataDir);
    if (lock !== null) return lock;
    const holder = readInstance(dataDir);
    if (holder?.port || performance.now() - start > PATIENCE_MS) throw new UserError(heldMessage(dataDir, holder));
  }
}

/**
 * For a short command: the control socket of the instance that runs on this folder, or else the folder itself.
 * @template T
 * @param {string} dataDir
 * @param {{ running: (socket: string) => Promise<T | null>, alone: (lock: Lock) => Promise<T> }} ways `running`
 * answers null when nobody listens at the socket
 * @returns {Promise<T>}
 */
export async function reach(dataDir, { running, alone }) {
  for (const start = performance.now(); ; await sleep(100)) {
    const lock = await tryLock(dataDir);
    if (lock !== null) return alone(lock);
    const holder = readInstance(dataDir);
    const answer = holder?.socket ? await running(holder.socket) : null;
    if (answer !== null) return answer;
    if (performance.now() - start > PATIENCE_MS) throw new UserError(heldMessage(dataDir, holder));
  }
}

/**
 * The hints of the process that holds this folder, or of one that was killed.
 * @param {string} dataDir
 * @returns {Instance | null}
 */
export function readInstance(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, "instance.json"), "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} dataDir @param {Instance | null} holder */
export function heldMessage(dataDir, holder) {
  const who = holder ? ` by process ${holder.pid}` : " by another process";
  const where = holder?.port ? `, which serves http://localhost:${holder.port}` : "";
  return (
    `The data folder ${dataDir} is in use${who}${where}.\n` +
    "Stop that one first, or set SIGNPOST_DATA to another folder."
  );
}
