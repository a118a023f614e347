/** Something the person at the keyboard can act on: shown as its message alone, without a stack. */
export class UserError extends Error {}

/**
 * Runs a script's main function; a `UserError` is printed plainly, anything else with its stack, both exit 1.
 * @param {() => Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exit(1);
  }
}
