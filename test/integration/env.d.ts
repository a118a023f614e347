import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Env as WorkerEnv } from "../../worker/env";

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      TEST_MIGRATIONS: D1Migration[];
      /** Where tests bind it as BACKUPS, the schedule writes its backups. */
      TEST_BUCKET: R2Bucket;
      FUZZ_SEED?: string;
      FUZZ_RUNS?: string;
      FUZZ_DRAWS?: string;
    }
    interface GlobalProps {
      mainModule: typeof import("../../worker/index");
    }
  }
}
