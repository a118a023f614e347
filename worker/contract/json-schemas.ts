import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig, type JsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { COMPONENTS } from "./api/components";

/** What no JSON Schema can say, such as a check against the clock, is left out: its sentence comes with the refusal. */
const CONFIG: ConversionConfig = {
  target: "draft-2020-12",
  typeMode: "input",
  errorMode: "ignore",
  overrideRef: ({ referenceId }) => refOf(referenceId),
  overrideAction: ({ valibotAction, jsonSchema }) => {
    const { meaning } = ("metadata" in valibotAction ? valibotAction.metadata : {}) as { meaning?: GenericSchema };
    if (!meaning) return null;
    const { $schema: _schema, ...inner } = toJsonSchema(meaning, CONFIG);
    return { ...jsonSchema, ...inner, meaning: undefined };
  },
};

function refOf(name: string): string {
  return `#/components/schemas/${name}`;
}

export interface JsonSchemas {
  /** By name. */
  components: Record<string, JsonSchema>;
  /** A schema where it is used: a reference if it has a name. */
  of(schema: GenericSchema): JsonSchema;
}

/** The JSON Schemas of the named components and of these others, which have no name. */
export function jsonSchemas(others: readonly GenericSchema[]): JsonSchemas {
  const names = new Map(Object.entries(COMPONENTS).map(([name, schema]) => [schema, name]));
  const inline = [...new Set(others)].filter((schema) => !names.has(schema));
  const unnamed = new Map(inline.map((schema, i) => [schema, `unnamed ${i}`]));
  const all = toJsonSchemaDefs(
    { ...COMPONENTS, ...Object.fromEntries([...unnamed].map(([schema, name]) => [name, schema])) },
    CONFIG,
  );
  const components = Object.fromEntries(Object.entries(all).filter(([name]) => name in COMPONENTS));
  return {
    components,
    of(schema) {
      const name = names.get(schema);
      if (name !== undefined) return { $ref: refOf(name) };
      return all[unnamed.get(schema) ?? ""] ?? {};
    },
  };
}
