import { readFileSync, readdirSync } from "node:fs";

/**
 * Finds the workerd that `start` starts, and returns its process number with what `start` gave; null where there is no
 * `/proc`, as on macOS.
 * @template Served
 * @param {() => Promise<Served>} start
 * @returns {Promise<Served & { pid: number | null }>}
 */
export async function withPid(start) {
  const before = new Set(workerds());
  const served = await start();
  const pid = workerds().find((one) => !before.has(one)) ?? null;
  return { ...served, pid };
}

/**
 * Milliseconds of processor time that all threads of a process have had so far, to the microsecond; NaN where the system
 * does not say. All of workerd counts: HTTP, worker and database, which are one process on one's own machine.
 * @param {number | null} pid
 */
export function cpuMs(pid) {
  if (pid === null) return NaN;
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8"));
    return nanoseconds.reduce((sum, line) => sum + Number(line.split(" ")[0]), 0) / 1e6;
  } catch {
    return NaN;
  }
}

/** The workerds that this process has started. */
function workerds() {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && isOurWorkerd(name))
      .map(Number);
  } catch {
    return [];
  }
}

function isOurWorkerd(pid) {
  try {
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return name === "workerd" && Number(parent) === process.pid;
  } catch {
    return false;
  }
}
