import * as v from "valibot";

/** The output, or the paths at fault. */
export function parse(schema: v.GenericSchema, input: unknown): unknown {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : result.issues.map((issue) => v.getDotPath(issue));
}
