/**
 * Small schemas shared by the scenario file and the API's bodies, each with a sentence that says what to do. What a check
 * asks for stands in `metadata` too, where the API's description reads it.
 */
import * as v from "valibot";
import { isRealDay, isRealMonth } from "./dates";
import { charLength, findFlaws, normaliseLineEnds } from "./text";

interface TextOptions {
  /** Longest text, in characters. */
  limit: number;
  /** Whether it may be empty or left out. */
  optional?: true;
  /** Whether line breaks may stand in it. */
  lines?: true;
}

/** A text without control characters and half characters, at most `limit` characters long, line ends as `\n`. */
export function text({ limit, optional, lines }: TextOptions) {
  return v.pipe(
    v.string("Write a text here."),
    v.metadata({ minLength: optional === true ? 0 : 1, maxLength: limit }),
    v.transform(normaliseLineEnds),
    v.check((value) => optional === true || value.trim() !== "", "Write something here; it must not be empty."),
    v.check((value) => charLength(value) <= limit, `Shorten this to ${limit} characters.`),
    v.check(
      (value) => {
        const { control, broken } = findFlaws(value, lines === true);
        return control.at === 0 && broken.at === 0;
      },
      `Take out ${lines === true ? "" : "line breaks and "}characters that cannot be shown.`,
    ),
  );
}

/** Chosen by the sender, so that sending the same twice is noticed. In small letters: each spelling is the same UUID. */
export const ClientId = v.optional(
  v.pipe(v.string("Write a UUID."), v.uuid("Write a UUID, or leave it out."), v.toLowerCase()),
);

export const RealDay = v.pipe(
  v.string("Write the day as 2013-01-31."),
  v.metadata({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", examples: ["2013-01-31"] }),
  v.check(isRealDay, "Write a real day as 2013-01-31, not before the year 1000."),
);

export const RealMonth = v.pipe(
  v.string("Write the month as 2013-01."),
  v.metadata({ pattern: "^\\d{4}-\\d{2}$", examples: ["2013-01"] }),
  v.check(isRealMonth, "Write a real month as 2013-01, not before the year 1000."),
);

export const DayOrMonth = v.pipe(
  v.string("Write the day as 2013-01-31, or the month as 2013-01."),
  v.metadata({ pattern: "^\\d{4}-\\d{2}(-\\d{2})?$", examples: ["2013-01-31", "2013-01"] }),
  v.check(
    (value) => isRealDay(value) || isRealMonth(value),
    "Write a real day as 2013-01-31, or a month as 2013-01, not before the year 1000.",
  ),
);

/** A number from `low` to `high`, ends included. */
export function numberIn(low: number, high: number) {
  const say = `Write a number from ${low} to ${high}.`;
  return v.pipe(v.number(say), v.minValue(low, say), v.maxValue(high, say));
}

export function wholeIn(low: number, high: number) {
  const say = `Write a whole number from ${low} to ${high}.`;
  return v.pipe(v.number(say), v.integer(say), v.minValue(low, say), v.maxValue(high, say));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * An object whose members are named by people. Valibot's `record` leaves out what is called "constructor", "prototype" or
 * "__proto__" without a word; here each member is checked and kept.
 */
export function namedBy<const K extends v.GenericSchema<string, string>, const T extends v.GenericSchema>(
  name: K,
  value: T,
) {
  const meaning = v.record(name, value);
  return v.pipe(
    v.custom<Record<string, v.InferInput<T>>>(isRecord, "Write an object with the members of the format here."),
    v.metadata({ meaning }),
    v.rawTransform(({ dataset, addIssue, NEVER }): Record<string, v.InferOutput<T>> => {
      const kept: [string, v.InferOutput<T>][] = [];
      for (const [key, one] of Object.entries(dataset.value)) {
        const [named, given] = [v.safeParse(name, key), v.safeParse(value, one)];
        if (named.success && given.success) kept.push([named.output, given.output]);
        const [issue] = named.issues ?? given.issues ?? [];
        const place = { type: "object", origin: "value", input: dataset.value, key, value: one } as const;
        if (issue) addIssue({ message: issue.message, path: [place] });
      }
      return kept.length === Object.keys(dataset.value).length ? Object.fromEntries(kept) : NEVER;
    }),
  );
}

/** Keys name columns of objects, so names that every object has, such as "constructor", are refused. */
export function keyLike(pattern: RegExp, say: string) {
  return v.pipe(
    v.string(say),
    v.maxLength(60, "Shorten this key to 60 characters."),
    v.regex(pattern, say),
    v.check((value) => !(value in {}), "Choose another key; this one has a meaning of its own."),
  );
}

export const Key = keyLike(
  /^[a-z0-9][a-z0-9_-]*$/,
  "Use small letters, digits, hyphens and underscores, beginning with a letter or digit.",
);
