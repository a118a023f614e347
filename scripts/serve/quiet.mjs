import { Log, LogLevel } from "miniflare";

/** A Miniflare on a free port of this machine that asks nothing of the network and says nothing but warnings. */
export const QUIET = {
  host: "127.0.0.1",
  port: 0,
  // Otherwise Miniflare asks the network what `request.cf` would be here.
  cf: false,
  telemetry: { enabled: false },
  enableDevRegistry: false,
  logRequests: false,
  log: new Log(LogLevel.WARN),
};
