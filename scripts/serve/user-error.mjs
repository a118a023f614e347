/** Something the person at the keyboard can act on: shown as its message alone, without a stack. */
export class UserError extends Error {}

/** What the system refuses, and what to do about it. */
const SYSTEM_WORDS = {
  ENOSPC: "The disk is full. Make room, then run the command again.",
  EDQUOT: "This user's share of the disk is full. Make room, then run the command again.",
  EROFS: "The disk can only be read. Make it writable, or use another folder.",
  EACCES: "This user may not read or write there. Change the rights, or use another folder.",
  EPERM: "This user may not do that. Change the rights, or use another folder.",
};

/** The system's own refusal as a sentence; null where it is another error. @param {unknown} error */
export function systemWords(error) {
  const words = SYSTEM_WORDS[error?.code];
  if (words === undefined) return null;
  return error.path === undefined ? words : `${error.path}: ${words}`;
}

/**
 * Runs a script's main function; a `UserError` or a refusal of the system is printed plainly, anything else with its stack,
 * all exit 1.
 * @param {() => Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof UserError ? error.message : (systemWords(error) ?? error));
    process.exit(1);
  }
}
