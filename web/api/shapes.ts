/** JSON Schemas in words, and as lists of members. */
import type { OpenApi } from "../../worker/contract/openapi";
import { h, type Child } from "../lib/dom";

/** As much of JSON Schema as the description uses. */
export interface Shape {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  oneOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  description?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  examples?: unknown[];
  default?: unknown;
}

const nameOf = (ref: string): string => ref.split("/").at(-1) ?? ref;

export function shapeId(name: string): string {
  return `shape-${name}`;
}

/** The shape that a reference leads to. */
export function resolved(document: OpenApi, shape: Shape): Shape {
  if (shape.$ref === undefined) return shape;
  return (document.components.schemas[nameOf(shape.$ref)] ?? {}) as Shape;
}

/** What a value is, in a few words: "list of Event", "text or null, up to 300 characters". */
export function inWords(shape: Shape): Child[] {
  if (shape.$ref !== undefined) {
    const name = nameOf(shape.$ref);
    return [h("a", { href: `#${shapeId(name)}` }, name)];
  }
  if (shape.const !== undefined) return [JSON.stringify(shape.const)];
  if (shape.enum) return [`one of ${shape.enum.map((one) => JSON.stringify(one)).join(", ")}`];
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return choices.flatMap((one, i) => (i === 0 ? inWords(one) : [" or ", ...inWords(one)]));
  if (shape.type === "array") return ["list of ", ...inWords(shape.items ?? {}), atMost(shape.maxItems, "items")];
  if (shape.type === "object") return [members(shape).length > 0 ? "object" : "object by name"];
  return [`${typeName(shape.type)}${limits(shape)}`];
}

function typeName(type: Shape["type"]): string {
  if (Array.isArray(type)) return type.map(typeName).join(" or ");
  const names: Record<string, string> = { string: "text", integer: "whole number", boolean: "true or false" };
  return type === undefined ? "any value" : (names[type] ?? type);
}

function limits({ minimum, maximum, maxLength, examples }: Shape): string {
  if (examples) return ` such as ${examples.join(" or ")}`;
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum.toLocaleString("en")}`;
  if (minimum !== undefined) return `, from ${minimum}`;
  return atMost(maxLength, "characters");
}

function atMost(count: number | undefined, what: string): string {
  return count === undefined ? "" : `, up to ${count} ${what}`;
}

function members(shape: Shape): [string, Shape][] {
  return Object.entries(shape.properties ?? {});
}

/** The members of a shape, one level deep for those that have no name of their own. */
export function memberList(shape: Shape): HTMLElement {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return h("div", { class: "stack" }, ...choices.map((one) => memberList(one)));
  const own = members(shape);
  if (own.length === 0) return h("p", { class: "small" }, ...inWords(shape));
  return h("dl", { class: "members" }, ...own.flatMap(([name, one]) => memberRow(name, one, shape.required ?? [])));
}

function memberRow(name: string, shape: Shape, required: readonly string[]): HTMLElement[] {
  const inner = shape.type === "array" ? (shape.items ?? {}) : shape;
  const { description } = shape;
  return [
    h("dt", {}, h("code", {}, name), !required.includes(name) && h("span", { class: "muted" }, " optional")),
    h(
      "dd",
      {},
      ...inWords(shape),
      description !== undefined && `. ${description}`,
      members(inner).length > 0 && memberList(inner),
    ),
  ];
}
