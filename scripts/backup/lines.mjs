import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { UserError } from "../serve/user-error.mjs";

const NEW_LINE = 0x0a;
const SUM = /,"sum":"([0-9a-f]{64})"}$/;

/**
 * The lines of a file. Only the byte 0x0A ends one: other characters that end lines elsewhere may stand in texts.
 * @param {string} file
 */
export async function* readLines(file) {
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file)) {
      let from = 0;
      for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
        yield Buffer.concat([rest, chunk.subarray(from, end)]).toString("utf8");
        rest = Buffer.alloc(0);
        from = end + 1;
      }
      rest = Buffer.concat([rest, chunk.subarray(from)]);
    }
  } catch (error) {
    if (error.code === "ENOENT") throw new UserError(`There is no file ${file}.`);
    throw error.code === "EISDIR" ? new UserError(`${file} is a folder. Give a backup's file.`) : error;
  }
  if (rest.length > 0) yield rest.toString("utf8");
}

/**
 * The lines of a backup with their content, each checked against the sums that chain them. Refuses the first that was
 * changed, and a file without its end.
 * @param {string} file
 */
export async function* checkedLines(file) {
  let number = 0;
  let sum = "";
  let ended = false;
  for await (const line of readLines(file)) {
    number += 1;
    const found = SUM.exec(line)?.[1];
    const text = line.replace(SUM, "}");
    if (ended || found === undefined || sumOf(sum, text) !== found) {
      throw new UserError(`Line ${number} of ${file} was changed, or is of no backup. Take another copy of the file.`);
    }
    sum = found;
    const content = JSON.parse(text);
    ended = content.end !== undefined;
    yield { line, number, sum, content };
  }
  if (!ended) throw new UserError(`${file} ends at line ${number}, without its end: it was cut. Take another copy.`);
}

/** @param {string} previous @param {string} text */
function sumOf(previous, text) {
  return createHash("sha256").update(`${previous}\n${text}`).digest("hex");
}

/**
 * Reads a whole backup and checks it.
 * @param {string} file
 * @returns {Promise<{ id: string, lines: number, header: any, end: { previous: string, line: string } }>} `id` is the sum of
 * its last line; `end` that line and the sum of the one before, which are all that its MAC is about
 */
export async function checkFile(file) {
  let last = { line: "", number: 0, sum: "" };
  let previous = "";
  let header;
  for await (const line of checkedLines(file)) {
    header ??= line.content.header;
    previous = last.sum;
    last = line;
  }
  return { id: last.sum, lines: last.number, header, end: { previous, line: last.line } };
}
