import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { API_TABLE, refusalsOf } from "../../../worker/contract/api-table";
import { COMPONENTS } from "../../../worker/contract/api/components";
import { isDescribed, openApi, type Operation } from "../../../worker/contract/openapi";

const document = openApi("1");
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, string, Operation] => [method, path, operation]),
);

/** Every object of the document with the place where it stands. */
function* everyObject(value: unknown, place = "#"): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [place, value as Record<string, unknown>];
  for (const [name, member] of Object.entries(value)) yield* everyObject(member, `${place}/${name}`);
}

function at(ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);
}

describe("the API's description", () => {
  test("is made of JSON values only, so that it is the same after it travelled", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test("has every row of the table that programs use, and no other", () => {
    const rows = API_TABLE.filter(isDescribed).map(({ id }) => id);
    expect(operations.map(([, , { operationId }]) => operationId).toSorted()).toEqual(rows.toSorted());
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(60);
  });

  test("has no reference that leads nowhere", () => {
    const refs = [...everyObject(document)].flatMap(([place, { $ref }]) =>
      typeof $ref === "string" ? [[place, $ref]] : [],
    );
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter(([, ref = ""]) => at(ref) === undefined)).toEqual([]);
  });

  test("has no component that nothing leads to", () => {
    const refs = new Set([...everyObject(document)].map(([, { $ref }]) => $ref));
    const idle = Object.keys(COMPONENTS).filter((name) => !refs.has(`#/components/schemas/${name}`));
    expect(idle).toEqual([]);
  });

  test.each(operations)(
    "%s %s declares the parameters of its path, once each, and what it answers",
    (_, path, operation) => {
      const names = operation.parameters.filter((one) => one.in === "path").map(({ name }) => name);
      expect(names.toSorted()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted());
      const all = operation.parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(all).size).toBe(all.length);
      expect(operation.summary).toMatch(/\.$/);
      expect(Object.keys(operation.responses).some((status) => /^[23]/.test(status))).toBe(true);
      for (const { description } of Object.values(operation.responses)) expect(description).not.toBe("Refused");
    },
  );

  test.each(operations)(
    "%s %s has a body only where a row has one, and an example that its own schema takes",
    (_, __, operation) => {
      const row = API_TABLE.find(({ id }) => id === operation.operationId);
      expect(operation.requestBody !== undefined).toBe(row?.body !== undefined);
      const json = operation.requestBody?.content["application/json"];
      if (json?.example === undefined) return;
      const validate = compiler().compile({ ...json.schema, components: document.components });
      expect([validate(json.example), validate.errors]).toEqual([true, null]);
    },
  );

  test("holds only schemas of JSON Schema 2020-12, which OpenAPI 3.1 uses", () => {
    const ajv = compiler();
    const schemas = [
      ...Object.values(document.components.schemas),
      ...operations.flatMap(([, , { parameters }]) => parameters.map(({ schema }) => schema)),
    ];
    for (const schema of schemas) expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  });

  test("says who may use a route: without a key or session only what is open to everybody", () => {
    const open = operations.filter(([, , { security }]) => security.length === 0).map(([, path]) => path);
    expect(
      [...new Set(open)].filter((path) => !/^\/(s\/|healthz|sign-|invite)|openapi\.json|signing-keys/.test(path)),
    ).toEqual([]);
  });
});

test("a refusal that a row's path, body or role brings along is never missing", () => {
  const correct = API_TABLE.find(({ id }) => id === "correctEvent");
  expect(correct && refusalsOf(correct)).toEqual([401, 403, 404, 409, 412, 413, 422, 428, 429, 500, 503]);
});

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv;
}
