import { parseArgs } from "node:util";
import { withInstance } from "../serve/command.mjs";
import { UserError } from "../serve/user-error.mjs";
import { remote } from "./remote.mjs";

/**
 * A file, and the address of a deployed instance where it is not the one on this machine.
 * @param {string[]} args @param {string} usage
 * @returns {{ file: string | null, url: string | null }}
 */
export function readFileArgs(args, usage) {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { url: { type: "string" } } });
  } catch (error) {
    throw new UserError(`${error.message}\n${usage}`);
  }
  const [file = null, ...more] = parsed.positionals;
  const { url = null } = parsed.values;
  if (more.length > 0) throw new UserError(`Give one file.\n${usage}`);
  if (url === null) return { file, url };
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) throw new UserError(`"${url}" is no address.\n${usage}`);
  return { file, url: new URL(url).origin };
}

/**
 * Several operations on the deployed instance at `url`, or on the one on this machine.
 * @template T
 * @param {string | null} url @param {(ask: import("../serve/command.mjs").Ask) => Promise<T>} use
 * @returns {Promise<T>}
 */
export function withSignpost(url, use) {
  return url === null ? withInstance(use) : use(remote(url));
}
