/** What seeding takes from the worker: its own way of committing events, so that the data is what it would have written. */
export { commitEvents } from "../../worker/actions/commit-events";
export { requireScenario } from "../../worker/actions/context";
export { nextRef } from "../../worker/core/refs";
export { openDatabase } from "../../worker/store/database";
