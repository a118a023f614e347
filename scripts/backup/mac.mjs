import { UserError } from "../serve/user-error.mjs";

/** What is said of a file by what a Signpost says of its MAC. */
const WORDS = {
  right: "Its MAC is right: a Signpost with this LINK_SECRET wrote the file, and nothing in it was changed since.",
  foreign:
    "Its MAC is by another LINK_SECRET: whether the file was changed and summed anew cannot be told here. Where it was " +
    "written, or with that secret, `npm run verify -- FILE` tells.",
  none:
    "It is unsigned, as files of 0.4.0 and before are, or its MAC was taken off: whether it was changed and summed anew " +
    "cannot be told.",
};

/**
 * Asks a Signpost whether it wrote a file, and says what follows. Refuses one that was changed and summed anew.
 * @param {import("../serve/command.mjs").Ask} ask
 * @param {{ previous: string, line: string }} end of the file
 * @param {string} file
 * @returns {Promise<boolean>} whether it is known to be true
 */
export async function sayMac(ask, end, file) {
  const { mac } = await ask("/backup/check", end);
  if (mac === "wrong") {
    throw new UserError(
      `${file} was changed and summed anew: it names this Signpost's key, and its MAC is wrong. Do not restore it; take another copy.`,
    );
  }
  console.log(WORDS[mac]);
  return mac === "right";
}
