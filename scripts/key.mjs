import { parseArgs } from "node:util";
import { command } from "./serve/command.mjs";
import { run, UserError } from "./serve/user-error.mjs";

const ROLES = ["owner", "analyst", "viewer"];
const USAGE = `Usage: npm run key -- --name NAME --role ${ROLES.join("|")}`;

/**
 * @param {string[]} args
 * @returns {{ name: string, role: string }}
 */
export function readKeyArgs(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { name: { type: "string" }, role: { type: "string" } } }));
  } catch (error) {
    throw new UserError(`${error.message}\n${USAGE}`);
  }
  const name = values.name?.trim();
  if (!name) throw new UserError(`Whose key is it? Give a name.\n${USAGE}`);
  if (name.length > 100) throw new UserError(`A name has at most 100 characters.\n${USAGE}`);
  if (!ROLES.includes(values.role)) throw new UserError(`The role must be one of ${ROLES.join(", ")}.\n${USAGE}`);
  return { name, role: values.role };
}

if (import.meta.main) {
  await run(async () => {
    const request = readKeyArgs(process.argv.slice(2));
    const { key } = await command("/key", request);
    // Scripts read the last word.
    console.log(`Access key of ${request.name} (${request.role}), shown this once: ${key}`);
  });
}
