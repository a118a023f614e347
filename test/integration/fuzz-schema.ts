/** Values for a JSON Schema: those that fit it, those with one member wrong, and hostile ones. */
import type { JsonSchema } from "@valibot/to-json-schema";
import fc from "fast-check";

/** By a member's name: values that mean something, such as references that are there. */
export type Hints = Readonly<Record<string, readonly unknown[]>>;

/** Texts that have broken programs before. */
export const HOSTILE_TEXTS = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202eevil\u202c",
  "\u200b",
  "\ufeffx",
  "<script>alert(1)</script>",
  "'); DROP TABLE events; --",
  "%",
  "%_%",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "NaN",
  "-0",
  "1e309",
  "2025-02-30",
  "2025-13",
  "0000-01",
  "9999-12-31",
  "12025-01-01",
  "2025-01-01T00:00:00Z",
  "javascript:alert(1)",
  "https://",
  "http://[::1",
  "https://example.org/\u0000",
  "\r\nSet-Cookie: a=b",
  "\u0663",
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
  "e\u0301".repeat(300),
  "x".repeat(6000),
  "\u{1f600}".repeat(301),
  "=1+1",
];

const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.1,
  1.5,
  1e21,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_VALUE,
  [],
  {},
  [[]],
  [null],
  [{}],
  { length: 1 },
  { constructor: { prototype: { admin: true } } },
  Array.from({ length: 200 }, (_, i) => i),
  nested(40),
];

function nested(depth: number): unknown {
  return depth === 0 ? "deep" : depth % 2 === 0 ? [nested(depth - 1)] : { a: nested(depth - 1) };
}

export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.constantFrom(...HOSTILE_VALUES),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.double(),
);

type Resolve = (schema: JsonSchema) => JsonSchema;

export class Values {
  /** `resolve` follows a reference. */
  constructor(
    private readonly resolve: Resolve,
    private readonly hints: Hints,
  ) {}

  /** Values that the schema takes; whether the worker does is for its rules to say. */
  fitting(given: JsonSchema, name = ""): fc.Arbitrary<unknown> {
    const schema = this.resolve(given);
    const known = this.hints[name];
    if (known && known.length > 0) return fc.constantFrom(...known);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return fc.oneof(...choices.map((one) => this.fitting(one as JsonSchema, name)));
    switch (schema.type) {
      case "object":
        return this.object(schema);
      case "array":
        return fc.array(this.fitting((schema.items ?? {}) as JsonSchema, name), { maxLength: 3 });
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "number":
      case "integer":
        return numbers(schema);
      case "string":
        return texts(schema);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  /** Fitting values with one place of each, or all of it, replaced by something that does not belong there. */
  nearly(fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    return fc.tuple(fitting, hostile, fc.nat()).map(([value, wrong, at]) => {
      const places = placesOf(value);
      const place = places[at % places.length] ?? [];
      return replaced(value, place, wrong);
    });
  }

  private object(schema: JsonSchema): fc.Arbitrary<unknown> {
    const entries = Object.entries(schema.properties ?? {});
    const members = Object.fromEntries(entries.map(([name, one]) => [name, this.fitting(one as JsonSchema, name)]));
    if (entries.length > 0) return fc.record(members, { requiredKeys: [...(schema.required ?? [])] });
    const { additionalProperties } = schema;
    if (typeof additionalProperties !== "object") return fc.constant({});
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), this.fitting(additionalProperties as JsonSchema), {
      maxKeys: 3,
    });
  }
}

function numbers({ minimum = -1e6, maximum = 1e6, type, multipleOf }: JsonSchema): fc.Arbitrary<number> {
  if (type === "integer") return fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) });
  if (multipleOf !== undefined)
    return fc.integer({ min: minimum * 10, max: maximum * 10 }).map((tenths) => tenths / 10);
  return fc.double({ min: minimum, max: maximum, noNaN: true });
}

function texts({ pattern, format, minLength = 0, maxLength = 60, examples }: JsonSchema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  const [example] = (examples ?? []) as string[];
  if (pattern?.startsWith("^\\d{4}-")) return days(pattern, example);
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength);
  const words = fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, 40) });
  return fc.oneof(words, fc.constantFrom("A visit", "Some words", "Названия", "کچھ الفاظ"));
}

function days(pattern: string, example = "2013-01-31"): fc.Arbitrary<string> {
  const day = fc.date({ min: new Date("2012-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
  const text = day.map((date) => date.toISOString().slice(0, 10));
  if (!pattern.includes("-\\d{2}-") && !pattern.includes("(-")) return text.map((one) => one.slice(0, 7));
  return fc.oneof(text, fc.constant(example));
}

type Place = readonly (string | number)[];

/** Where members and items stand, the whole value first. */
function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [at];
  const items: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...items.flatMap(([name, one]) => placesOf(one, [...at, name]))];
}

function replaced(value: unknown, [name, ...rest]: Place, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value)) return value.map((one, i) => (i === name ? replaced(one, rest, by) : one));
  const members = value as Record<string, unknown>;
  return { ...members, [name]: replaced(members[String(name)], rest, by) };
}
