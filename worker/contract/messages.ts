/** What the checks of forms, the API and files can say. One list: docs, tests and pages read it from here. */

export const LEVELS = ["error", "warning", "notice"] as const;
/** An error rejects the row or the file. Warnings and notices never do. */
export type Level = (typeof LEVELS)[number];

/** Every kind of message with its meaning in one line. Kinds are stable: scripts match on them. */
export const MESSAGE_KINDS = {
  "empty-file": "The file holds nothing.",
  "too-large": "The file is larger than what one import takes.",
  "bad-encoding": "The file is not UTF-8 text; nothing is guessed.",
  unreadable: "The file cannot be read as a table, such as a quote that is never closed.",
  "missing-column": "A column that every file needs is not there.",
  "duplicate-column": "Two columns have the same name.",
  "unknown-column": "A column that Signpost does not know; it is ignored.",
  "no-ref": "The file has no references, so importing it again would add its events again.",
  converted: "The file was UTF-16 and has been read as such.",
  "no-rows": "The header is fine and there are no rows.",
  "cell-count": "The row has more or fewer cells than the header.",
  "repeated-header": "The row repeats the header line.",
  duplicate: "The same row stands earlier in the file; it is skipped.",
  conflict: "An earlier row of the file has the same reference and other content.",
  correction: "The reference is in the log with other content.",
  retracted: "The reference belongs to an event that was retracted.",
  "unknown-follows": "`follows` names an event that is neither in the file nor in the log.",
  required: "Something that is needed is missing.",
  "bad-type": "The value has the wrong type, such as a number where a text belongs.",
  "bad-ref": "The reference has characters that an address cannot carry.",
  "unknown-indicator": "The scenario has no such indicator.",
  "unknown-code": "The indicator's codebook has no such code.",
  "unknown-state": "The indicator has no such state.",
  "code-and-state": "A code was given for a state indicator, or a state for an event indicator.",
  "bad-date": "Not a real day or month, or not written as YYYY-MM-DD or YYYY-MM.",
  "future-date": "The date has not come yet anywhere on earth.",
  "unlikely-date": "The year looks mistyped; the date is taken once somebody confirms it.",
  "bad-number": "Not a number as scores are written: digits, a point, one decimal at most.",
  "override-too-far": "The score lies more than two points from the codebook's, or off the scale.",
  "reason-required": "A score other than the codebook's needs a reason.",
  "reason-without-score": "A reason for a score that is not overridden; it is kept and changes nothing.",
  "score-on-state": "A state earns its points by lasting; it takes no score of its own.",
  "bad-amount": "Not a plain amount in US dollars.",
  "bad-scope": "Not one of the amount scopes.",
  "scope-without-amount": "An amount scope without an amount; it is kept and changes nothing.",
  "bad-reliability": "The source's reliability is not a letter from A to F.",
  "bad-credibility": "The information's credibility is not a number from 1 to 6.",
  "bad-url": "Not a web address that starts with http:// or https://.",
  "too-long": "The text is longer than its limit.",
  "control-character": "The text holds a character that cannot be shown, or a line break where none fits.",
  "bidi-control": "The text holds an invisible mark that turns the direction of writing; it is kept.",
  "hidden-character": "The text holds a character of no width, which makes equal-looking texts differ; it is kept.",
  "broken-character": "The text holds half of a character, which cannot be stored.",
} as const satisfies Record<string, string>;

export type MessageKind = keyof typeof MESSAGE_KINDS;

/** A message about one row of a file or one item of a list. */
export interface ImportMessage {
  /** The line on which the row starts (the header is line 1), or the 1-based position in a JSON list. */
  line: number | null;
  level: Level;
  kind: MessageKind;
  /** The column in a file, the member in JSON. */
  column: string | null;
  text: string;
}
