/**
 * The part of Papa Parse that is used here. Its published types bring all of Node's globals along, which would let
 * worker and browser code use what neither has; its unminified file asks for Node's streams, of which bundlers warn.
 */
declare module "papaparse/papaparse.min.js" {
  interface ParseError {
    code: string;
    /** Offset in the input. */
    index?: number;
  }

  interface ParseConfig {
    delimiter: string;
    newline: "\n";
    /** So many rows are read; `truncated` says whether it was as many. */
    preview?: number;
  }

  interface UnparseConfig {
    newline: "\n" | "\r\n";
    quotes: (value: unknown, columnIndex: number) => boolean;
  }

  const Papa: {
    parse(input: string, config: ParseConfig): { data: string[][]; errors: ParseError[]; meta: { truncated: boolean } };
    unparse(rows: readonly (readonly string[])[], config: UnparseConfig): string;
  };
  export default Papa;
}
