import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import type { Env } from "../../worker/env";
import worker from "../../worker/index";

/** What the worker still does after its replies, of all requests of this test. */
const after: Promise<unknown>[] = [];

function noting(context: ExecutionContext): ExecutionContext {
  return new Proxy(context, {
    get(target, property) {
      if (property !== "waitUntil") return Reflect.get(target, property, target);
      return (work: Promise<unknown>) => {
        after.push(work);
        target.waitUntil(work);
      };
    },
  });
}

/** The worker under test, which tells what it does after its replies. */
export default {
  ...worker,
  fetch: (request, bindings, context) => worker.fetch(request, bindings, noting(context)),
} satisfies ExportedHandler<Env>;

/** The worker's answer by the runtime's own way in; by a call where it shall have these bindings. */
export async function fetchWorker(request: Request, bindings?: Partial<Env>): Promise<Response> {
  if (bindings === undefined) return exports.default.fetch(request);
  const context = createExecutionContext();
  after.push(waitOnExecutionContext(context));
  return worker.fetch(request, bindings as Env, context);
}

/** Waits for what the worker does after its replies, which must not find the next test's database. */
export async function settled(): Promise<void> {
  while (after.length > 0) await Promise.allSettled(after.splice(0));
}
