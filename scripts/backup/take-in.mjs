import { readLines } from "./lines.mjs";

/** So many letters go in at once. */
const BATCH_LETTERS = 400_000;
const BATCH_LINES = 2000;

/**
 * Restores a file, which was checked as a whole before anything is written; goes on where an interrupted restore stopped.
 * @param {import("../serve/command.mjs").Ask} ask @param {string} file
 * @param {{ id: string, lines: number, header: any }} checked what `checkFile` found
 * @returns {Promise<{ lines: number, header: any, from: number, done: boolean }>} `from`: the first line that was not in;
 * `done`: whether all of it was there before
 */
export async function takeIn(ask, file, { id, lines, header }) {
  let batch = [];
  let letters = 0;
  let number = 0;
  let state = { next: 1, done: false };
  let from = 1;
  const send = async () => {
    if (batch.length > 0) state = await ask("/restore/lines", { id, from: state.next, lines: batch });
    [batch, letters] = [[], 0];
  };
  for await (const line of readLines(file)) {
    number += 1;
    if (number === 1) {
      state = await ask("/restore/begin", { id, header: line });
      if (state.done) return { lines, header, from: lines + 1, done: true };
      from = state.next;
    }
    if (number < from) continue;
    batch.push(line);
    letters += line.length;
    if (letters > BATCH_LETTERS || batch.length === BATCH_LINES) await send();
  }
  await send();
  await ask("/restore/finish", { id });
  return { lines, header, from, done: false };
}
