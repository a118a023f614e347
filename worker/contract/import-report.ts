import type { ImportMessage } from "./messages";

/** `accepted + unchanged + rejected` are the data rows; `corrected` is part of `accepted`. */
export interface ImportCounts {
  accepted: number;
  corrected: number;
  unchanged: number;
  rejected: number;
}

/** How the rows of an import fare: what every import answers, and what a refused one carries. */
export interface ImportReport extends ImportCounts {
  fileRejected: boolean;
  messages: ImportMessage[];
  /** The head of the ledger afterwards. */
  revision: number;
}
