/** What a log may say of an error: never what somebody typed. */
export interface ErrorWords {
  error: string;
  name: string;
  /** Where it came from, the innermost call first. */
  stack: string[];
}

const FRAMES = 12;

/**
 * An error as the log takes it. What stands between quotation marks is left out, for the runtime quotes there what it could
 * not read; and so are the parameters of a query. Takes whatever was thrown and fails at nothing.
 *
 * @example errorWords(new SyntaxError('Unexpected token: "Ada" is not JSON')).error // 'Unexpected token: "…" is not JSON'
 */
export function errorWords(thrown: unknown): ErrorWords {
  if (!(thrown instanceof Error)) return { error: "Something that is no error was thrown", name: "", stack: [] };
  // Drizzle's own message is the query with its parameters; the database's is its cause.
  const said = thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
  return { error: withoutTexts(said), name: thrown.name, stack: framesOf(thrown) };
}

function withoutTexts(message: string): string {
  const [before = ""] = message.split(/\nparams:/, 1);
  return before.replace(/"[^]*"/, '"…"').replace(/'[^]*'/, "'…'");
}

/** The lines after the message: a message may have lines of its own that look like calls. */
function framesOf({ stack = "", message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  const lines = stack.slice(start + message.length).split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "))
    .slice(0, FRAMES);
}
