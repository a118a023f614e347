import { app } from "./app";
import { runSchedule } from "./schedule";
import type { Env } from "./env";

export default {
  fetch: app.fetch,
  scheduled: (_controller, env) => runSchedule(env),
} satisfies ExportedHandler<Env>;
