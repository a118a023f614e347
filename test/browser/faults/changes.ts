import { readdirSync, watch } from "node:fs";
import { join } from "node:path";

export interface Changes {
  /** How often the database was written to since the watch began; one commit writes many times. */
  count: () => number;
  /** Resolves at once when that many have come. */
  reach: (count: number) => Promise<void>;
  stop: () => void;
}

/** Watches the write-ahead log of a running server's database, where every commit ends up first. */
export function watchChanges(dataDir: string): Changes {
  const folder = join(dataDir, "v3", "d1", "miniflare-D1DatabaseObject");
  const logs = new Set(readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.sqlite-wal$/.test(name)));
  let count = 0;
  let waiting: { at: number; resolve: () => void } | null = null;
  const watcher = watch(folder, (_, name) => {
    if (name === null || !logs.has(name)) return;
    count += 1;
    if (waiting && count >= waiting.at) waiting.resolve();
  });
  return {
    count: () => count,
    reach: (at) => new Promise((resolve) => (waiting = { at, resolve })),
    stop: () => watcher.close(),
  };
}
