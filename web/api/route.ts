/** One route of the API, as an entry that opens. */
import type { OpenApi, Operation } from "../../worker/contract/openapi";
import { h, type Child } from "../lib/dom";
import { inWords, memberList, resolved, type Shape } from "./shapes";

export interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** The routes of a description by group, in its order. */
export function routesByGroup({ paths }: OpenApi): Map<string, Route[]> {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({ method: method.toUpperCase(), path, operation })),
  );
  return Map.groupBy(routes, ({ operation }) => operation.tags[0] ?? "");
}

/** What a search looks at. */
export function wordsOf({ method, path, operation }: Route): string {
  return `${method} ${path} ${operation.operationId} ${operation.summary} ${operation.description}`.toLowerCase();
}

export function routeEntry(document: OpenApi, route: Route, origin: string): HTMLDetailsElement {
  const { method, path, operation } = route;
  return h(
    "details",
    { class: "route", id: operation.operationId },
    h(
      "summary",
      {},
      h("span", { class: `method ${method.toLowerCase()}` }, method),
      h("code", { class: "path" }, ...path.split(/(?<=[/.])/).flatMap((part) => [part, h("wbr")])),
      h("span", { class: "says" }, operation.summary.replaceAll("`", "")),
    ),
    h(
      "div",
      { class: "stack" },
      h("p", {}, h("strong", {}, "Who may: "), operation.description),
      parameterPart(operation),
      bodyPart(document, operation),
      answerPart(operation),
      part("With curl", h("pre", { class: "code", tabindex: "0" }, curlLine(route, origin))),
    ),
  );
}

function part(title: string, ...children: Child[]): HTMLElement {
  return h("section", {}, h("h3", {}, title), ...children);
}

function parameterPart({ parameters }: Operation): HTMLElement | false {
  if (parameters.length === 0) return false;
  const rows = parameters.flatMap(({ name, in: place, required, description, schema }) => [
    h("dt", {}, h("code", {}, name), h("span", { class: "muted" }, ` ${place}${required ? "" : ", optional"}`)),
    h("dd", {}, ...inWords(schema as Shape), description !== undefined && `. ${description}`),
  ]);
  return part("Parameters", h("dl", { class: "members" }, ...rows));
}

function bodyPart(document: OpenApi, { requestBody }: Operation): HTMLElement | false {
  if (!requestBody) return false;
  const kinds = Object.entries(requestBody.content).flatMap(([media, { schema, example }]) => [
    h("p", { class: "small muted" }, media),
    media === "text/csv"
      ? h("p", {}, (schema as Shape).description ?? "")
      : memberList(resolved(document, schema as Shape)),
    example !== undefined && h("pre", { class: "code", tabindex: "0" }, JSON.stringify(example, null, 2)),
  ]);
  return part(requestBody.required ? "Body" : "Body, which may be left out", ...kinds);
}

function answerPart({ responses }: Operation): HTMLElement {
  const rows = Object.entries(responses).flatMap(([status, { description, content }]) => {
    const [kind] = Object.entries(content ?? {});
    const shown = kind && /json/.test(kind[0]) ? inWords(kind[1].schema as Shape) : [kind?.[0] ?? "no body"];
    return [
      h("dt", {}, h("code", {}, status)),
      h("dd", {}, description, h("span", { class: "muted" }, " (", ...shown, ")")),
    ];
  });
  return part("Answers", h("dl", { class: "members" }, ...rows));
}

/** A line for a shell, with this host filled in. Braces stand for what is to be put in. */
export function curlLine({ method, path, operation }: Route, origin: string): string {
  const json = operation.requestBody?.content["application/json"];
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  return [
    "curl",
    ...(method === "GET" ? [] : ["-X", method]),
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(operation.parameters.some(({ name }) => name === "If-Match") ? [`-H ${quote('If-Match: "1"')}`] : []),
    ...(json ? ["-H 'Content-Type: application/json'", `-d ${quote(JSON.stringify(json.example ?? {}))}`] : []),
    quote(origin + path),
  ].join(" ");
}
