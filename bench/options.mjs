import { parseArgs } from "node:util";
import { UserError } from "../scripts/serve/user-error.mjs";

const SIZES = [1_000, 100_000, 1_000_000];
const MAX_EVENTS = 5_000_000;
const USAGE = `Usage: npm run bench -- [--sizes ${SIZES.join(",")}] [--only link] [--save]`;

/**
 * Which numbers of events to measure at, the beginning of the names of the cases to measure (all where it is empty), and
 * whether to keep the table in `bench/last.txt`.
 * @param {string[]} args
 * @returns {{ sizes: number[], only: string, save: boolean }}
 */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        sizes: { type: "string" },
        only: { type: "string", default: "" },
        save: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    throw new UserError(`${error.message}\n${USAGE}`);
  }
  const sizes = values.sizes === undefined ? SIZES : values.sizes.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= MAX_EVENTS)) {
    throw new UserError(`Sizes are whole numbers from 1 to ${MAX_EVENTS}, with commas between them.\n${USAGE}`);
  }
  return { sizes, only: values.only, save: values.save };
}
