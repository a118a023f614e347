import { parseArgs } from "node:util";
import { UserError } from "../scripts/serve/user-error.mjs";

const SIZES = [1_000, 100_000, 1_000_000];
const MAX_EVENTS = 5_000_000;
const USAGE = `Usage: npm run bench -- [--sizes ${SIZES.join(",")}] [--save]`;

/**
 * Which numbers of events to measure at, and whether to keep the table in `bench/last.txt`.
 * @param {string[]} args
 * @returns {{ sizes: number[], save: boolean }}
 */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { sizes: { type: "string" }, save: { type: "boolean", default: false } },
    }));
  } catch (error) {
    throw new UserError(`${error.message}\n${USAGE}`);
  }
  const sizes = values.sizes === undefined ? SIZES : values.sizes.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= MAX_EVENTS)) {
    throw new UserError(`Sizes are whole numbers from 1 to ${MAX_EVENTS}, with commas between them.\n${USAGE}`);
  }
  return { sizes, save: values.save };
}
