/** What the start process gives the control worker: the same database as the public worker's, and a token. */
export interface ControlEnv {
  DB: D1Database;
  /** "1": nothing here has to save time. */
  LOCAL: string;
  /** As the public worker's. */
  CLOCK_AHEAD: string;
  PLAN?: string;
  /** The seed that the public worker signs with: the schedule signs what waits for a signature. */
  SIGNING_KEY: string;
  /** The public worker's: a backup's MAC is made with it. */
  LINK_SECRET: string;
  /** Known to the start process alone: any local program can reach this worker through Miniflare's own port. */
  CONTROL_TOKEN: string;
}
