import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Calls `stop` once, on SIGINT, SIGTERM or SIGHUP, or when the `npm` that started this process is gone: npm killed
 * outright passes no signal on.
 * @param {(reason: string) => void} stop
 */
export function onEnd(stop) {
  let ended = false;
  const end = (reason) => {
    if (ended) return;
    ended = true;
    stop(reason);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(signal));
  if (process.env.npm_lifecycle_event === undefined) return;
  const family = npmProcesses();
  setInterval(() => {
    if (process.ppid !== family[0] || !family.every(isAlive)) end("npm ended");
  }, 500).unref();
}

/** The parent and, where the parent is the shell that npm runs scripts in, npm itself. */
function npmProcesses() {
  const parent = process.ppid;
  const about = describe(parent);
  return about !== null && /^-?(ba|da|z|k|a)?sh$/.test(about.name) ? [parent, about.parent] : [parent];
}

/** @returns {{ name: string, parent: number } | null} */
function describe(pid) {
  try {
    if (process.platform === "linux") {
      // "pid (name) state parent ...", and a name may hold brackets and spaces.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const close = stat.lastIndexOf(")");
      return { name: stat.slice(stat.indexOf("(") + 1, close), parent: Number(stat.slice(close + 2).split(" ")[1]) };
    }
    if (process.platform === "win32") return null;
    const [parent, ...name] = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .split(/\s+/);
    return { name: name.join(" ").split("/").at(-1), parent: Number(parent) };
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
