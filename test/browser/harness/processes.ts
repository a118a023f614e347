import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

interface ProcessState {
  pid: number;
  parent: number;
}

/** All processes that still run; one that has ended and waits to be collected is not among them. */
function running(): ProcessState[] {
  const rows = process.platform === "linux" ? fromProc() : fromPs();
  return rows.filter(({ state }) => !state.startsWith("Z"));
}

/** A bare Linux has no `ps`. */
function fromProc(): (ProcessState & { state: string })[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      // "pid (name) state parent ...", and the name may hold brackets and spaces.
      const [state = "", parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return [{ pid: Number(pid), parent: Number(parent), state }];
    } catch {
      return [];
    }
  });
}

function fromPs(): (ProcessState & { state: string })[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid, parent, state = ""] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), state };
  });
}

/** A process and all below it, as far as they run now. */
export function familyOf(pid: number): number[] {
  const all = running();
  const family = new Set(all.filter((one) => one.pid === pid).map((one) => one.pid));
  for (const member of family) for (const one of all) if (one.parent === member) family.add(one.pid);
  return [...family];
}

/** Whether all of them have ended before the time is up. */
export async function allEnd(pids: number[], ms = 5000): Promise<boolean> {
  for (
    const start = performance.now();
    performance.now() - start < ms;
    await new Promise((resolve) => setTimeout(resolve, 50))
  ) {
    const alive = new Set(running().map(({ pid }) => pid));
    if (!pids.some((pid) => alive.has(pid))) return true;
  }
  return false;
}
