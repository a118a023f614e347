/** Requests for a route of the table, made from its own schemas. */
import type { JsonSchema } from "@valibot/to-json-schema";
import fc from "fast-check";
import type { ApiRoute } from "../../worker/contract/api-table";
import { openApi } from "../../worker/contract/openapi";
import { HOSTILE_TEXTS, Values, type Hints } from "./fuzz-schema";

export interface Case {
  path: string;
  /** JSON text, a form, a file, or bytes; undefined for no body. */
  body: string | Uint8Array | undefined;
  type: string | undefined;
  ifMatch: string | undefined;
}

const document = openApi("1");

function resolve(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : resolve(document.components.schemas[name] ?? {});
}

const JSON_TYPE = "application/json";

/** Bodies that are no JSON, or JSON that can be read in more than one way. */
const BROKEN: readonly (string | Uint8Array)[] = [
  "",
  "{",
  "{ not json",
  '{"a":1,}',
  "[".repeat(4000),
  `${'{"a":'.repeat(900)}1${"}".repeat(900)}`,
  '{"reason":"a","reason":"b"}',
  '{"__proto__":{"reason":"a"},"reason":"b"}',
  '{"revision":1e999,"probability":1e999}',
  '\ufeff{"reason":"a"}',
  '{"reason":"a\u0000b"}',
  "NaN",
  new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  "null",
  "[]",
  "0",
  '"text"',
];

const FILES = [
  "",
  "month,note\n2025-10,Three papers\n",
  "month,note\n2025-13,x\n\u0000,\n",
  "date,indicator,title\n",
  'date,indicator,code,title,source_title,source_reliability,info_credibility\n2025-10-01,visit,x,"un',
  "\ufeff;;;\n",
];

/** Cases of a route. `hints` are values of path parameters and members that are there. */
export function casesOf(route: ApiRoute, hints: Hints, seed: number, count: number): Case[] {
  const values = new Values(resolve, hints);
  return fc
    .sample(
      fc.record({
        path: fc.tuple(pathOf(route, hints), queryOf(route, values)).map(([path, query]) => path + query),
        sent: bodyOf(route, values),
        ifMatch: route.ifMatch ? ifMatches : fc.constant(undefined),
      }),
      { seed, numRuns: count },
    )
    .map(({ path, sent, ifMatch }) => ({ path, ...sent, ifMatch }));
}

const ifMatches = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('"1"', '"2"', "1", 'W/"1"') },
  { weight: 1, arbitrary: fc.constantFrom(undefined, "", "*", '"0"', '"999999999"', '"1e3"', "x", '"1", "2"') },
);

function pathOf({ path }: ApiRoute, hints: Hints): fc.Arbitrary<string> {
  const parts = path.split("/").map((part) => {
    const name = /^:(\w+)/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part.replace("*", "x.js"));
    const known = (hints[`:${name}`] ?? ["x"]).map((value) => encodeURIComponent(String(value)));
    const ending = part.endsWith(".pem") ? ".pem" : "";
    return fc
      .oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: hostilePart })
      .map((value) => value + ending);
  });
  return fc.tuple(...parts).map((all) => all.join("/"));
}

/** Parts of a path: encoded texts, and what no encoder makes. */
const hostilePart = fc.oneof(
  fc
    .constantFrom(...HOSTILE_TEXTS.filter((text) => text.isWellFormed() && text.length < 500 && text !== ""))
    .map(encodeURIComponent),
  fc.constantFrom(
    "%",
    "%zz",
    "%ff%fe",
    "%ed%a0%80",
    "%00",
    "%2e%2e",
    "%2f",
    "a%0ab",
    "-1",
    "1.5",
    "9".repeat(400),
    "0x1",
  ),
);

function queryOf({ id }: ApiRoute, values: Values): fc.Arbitrary<string> {
  const parameters = operationOf(id).parameters.filter((one) => one.in === "query");
  if (parameters.length === 0) return fc.constant("");
  const some = parameters.map(({ name, schema }) =>
    fc
      .option(
        fc.oneof(
          { weight: 12, arbitrary: values.fitting(schema, name).map(String) },
          { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS.filter((text) => text.length < 2000)) },
        ),
        { freq: 1 },
      )
      .map((value) => (value === null ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`])),
  );
  const odd = fc.constantFrom(
    ...Array.from({ length: 12 }, () => []),
    ["%zz=%ff"],
    ["limit=1&limit=2"],
    ["__proto__=1"],
    ["cursor=%E0%A4%A"],
  );
  return fc.tuple(fc.tuple(...some), odd).map(([pairs, extra]) => {
    const all = [...pairs.flat(), ...extra];
    return all.length === 0 ? "" : `?${all.join("&")}`;
  });
}

function operationOf(id: string) {
  const found = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .find((one) => one.operationId === id);
  if (!found) throw new Error(`${id} is not described`);
  return found;
}

type Sent = Pick<Case, "body" | "type">;

function bodyOf({ id, body }: ApiRoute, values: Values): fc.Arbitrary<Sent> {
  if (!body) return fc.constantFrom<Sent>({ body: undefined, type: undefined }, { body: "{}", type: JSON_TYPE });
  const content = operationOf(id).requestBody?.content ?? {};
  const schema = content[JSON_TYPE]?.schema ?? {};
  const fitting = values.fitting(schema, id);
  const json = (value: unknown): Sent => ({ body: JSON.stringify(value) ?? "null", type: JSON_TYPE });
  const broken = fc.constantFrom(...BROKEN).map((one): Sent => ({ body: one, type: JSON_TYPE }));
  const file = fc.constantFrom(...FILES).map((one): Sent => ({ body: one, type: "text/csv" }));
  const odd = fc.constantFrom<Sent>(
    { body: undefined, type: undefined },
    { body: "{}", type: "text/plain" },
    { body: "a=1", type: "application/x-www-form-urlencoded" },
    { body: "--x\r\n", type: "multipart/form-data; boundary=x" },
    { body: "--x\r\n", type: "multipart/form-data" },
    { body: "x".repeat(body.bytes + 1), type: JSON_TYPE },
  );
  if (!body.json) return fc.oneof(broken, file, odd);
  return fc.oneof(
    { weight: 5, arbitrary: fitting.map(json) },
    { weight: 6, arbitrary: values.nearly(fitting).map(json) },
    { weight: 2, arbitrary: broken },
    { weight: body.csv === undefined ? 0 : 2, arbitrary: file },
    { weight: 1, arbitrary: odd },
  );
}
