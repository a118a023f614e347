import { open, rename, rm, stat } from "node:fs/promises";
import { UserError } from "../serve/user-error.mjs";

/** @typedef {import("../serve/command.mjs").Ask} Ask */

/**
 * All lines of a backup of an instance, page by page.
 * @param {Ask} ask @param {boolean} compare whether it is only looked at, and no backup
 */
export async function* pagesOf(ask, compare) {
  for (let after = null, more = true; more; more = after !== null) {
    const { lines, next } = await ask("/backup", { after, compare });
    yield lines;
    after = next;
  }
}

/**
 * Writes a backup. The file has its name once it is complete, and for its user alone.
 * @param {Ask} ask @param {string} file
 * @returns {Promise<{ lines: number, bytes: number, header: object }>}
 */
export async function makeBackup(ask, file) {
  if (await stat(file).catch(() => null)) throw new UserError(`${file} is there already. Give another name.`);
  const part = `${file}.part`;
  await rm(part, { force: true });
  const handle = await open(part, "wx", 0o600).catch((error) => {
    throw new UserError(`${file} cannot be written: ${error.message}`);
  });
  let [lines, bytes, header] = [0, 0, undefined];
  try {
    for await (const page of pagesOf(ask, false)) {
      header ??= JSON.parse(page[0]).header;
      const text = Buffer.from(page.map((line) => `${line}\n`).join(""));
      await handle.writeFile(text);
      lines += page.length;
      bytes += text.length;
    }
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(part, { force: true });
    throw error;
  }
  await handle.close();
  await rename(part, file);
  return { lines, bytes, header };
}
