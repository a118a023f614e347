/** Counts as the import page shows them: files are long, so thousands are grouped. */

/** "1 message", "5,681 messages". */
export function countInWords(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}

export function rowsInWords(count: number): string {
  return countInWords(count, "row");
}

/** "1,200 of 5,000 rows checked". */
export function progressInWords(rows: number, total: number): string {
  return `${rows.toLocaleString("en-GB")} of ${rowsInWords(total)} checked`;
}
