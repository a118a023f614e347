/**
 * A spreadsheet runs a cell that begins with one of these, also after blanks or quotes; the wide forms are what East
 * Asian keyboards type. Numbers are never written through the guard, so "-5.0" stays the number -5.0.
 */
const RUNS = /^[\s"']*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a text that a spreadsheet would run. "=1+1" -> "'=1+1", "'=1" -> "''=1" */
export function guardFormula(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/**
 * Takes exactly that apostrophe off again. Because the pattern looks past apostrophes, a text that itself begins with
 * the guard is guarded once more on the way out, and both steps together change nothing.
 */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell;
}
