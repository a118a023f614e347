import { inject } from "vitest";
import { AHEAD } from "../clock";

/** For servers that this file's tests start. */
process.env.TEST_CLOCK_AHEAD = String(AHEAD);
process.env.TEST_PREPARED_DATA = inject("preparedData");
