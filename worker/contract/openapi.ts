import type { JsonSchema } from "@valibot/to-json-schema";
import { Problem } from "./answers/problems";
import { API_TABLE, refusalsOf } from "./api-table";
import type { Answer, ApiRoute, Body, Who } from "./api/route";
import { jsonSchemas, type JsonSchemas } from "./json-schemas";

interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

interface Content {
  [media: string]: { schema: JsonSchema; example?: unknown };
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

export interface OpenApi {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> };
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: "No key and no session, or one that does not hold",
  403: "The role, the origin or the passphrase does not allow it",
  404: "There is nothing at this address",
  409: "It does not fit what is there",
  410: "Withdrawn or expired",
  412: "Somebody else changed it in the meantime",
  413: "The body is too large",
  422: "Something in the request is not right; `errors` names the fields",
  428: "`If-Match` is missing",
  429: "Too many attempts; wait a minute",
  500: "Something went wrong on our side; look whether a write is there before you send it again",
  503: "Too busy at this moment, or not set up",
};

const WHO: Record<Who, string> = {
  nobody: "Open without an account.",
  viewer: "Everybody who is signed in.",
  analyst: "Analysts and owners.",
  owner: "Owners.",
};

const PARAMETERS: Readonly<Record<string, string>> = {
  slug: "A scenario's name in addresses",
  ref: "An event's reference",
  event: "An event's reference",
  number: "Number of a source or comment within its event",
  month: "A month such as 2025-10",
  token: "The secret part of a link",
  id: "An id, as answers give it",
};

const FORM = "application/x-www-form-urlencoded";

/** Only what programs use: pages and built files are left out. */
export function isDescribed({ group, id }: ApiRoute): boolean {
  return group !== "Pages" && id !== "asset" && id !== "icon";
}

/**
 * The API as an OpenAPI 3.1 document, made of the table of routes and of the schemas that check the requests. Pure: the
 * same on every instance, so that `servers` is relative.
 */
export function openApi(version: string): OpenApi {
  const routes = API_TABLE.filter(isDescribed);
  const schemas = jsonSchemas(routes.flatMap(schemasOf));
  const paths: OpenApi["paths"] = {};
  for (const route of routes) {
    const path = route.path.replace(/:id\.pem/, "{id}.pem").replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Signpost",
      version,
      description: "Tracks whether a written forecast holds: graded indicator events, a trend dashboard, frozen links.",
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "An access key" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-signpost",
          description: "The session of a browser; writes must come from this origin. Over plain http it is `signpost`.",
        },
      },
    },
  };
}

function schemasOf({ query, body, answers, problems }: ApiRoute) {
  const shapes = [query, body?.json, body?.form, ...Object.values(answers).map(({ json }) => json)];
  return [...shapes, ...Object.values(problems ?? {})].flatMap((schema) => schema ?? []);
}

function operation(route: ApiRoute, schemas: JsonSchemas): Operation {
  const { id, group, says, who, body } = route;
  return {
    operationId: id,
    tags: [group],
    summary: says,
    description: WHO[who],
    security: who === "nobody" ? [] : [{ key: [] }, { session: [] }],
    parameters: parametersOf(route, schemas),
    ...(body && { requestBody: { required: body.optional !== true, content: bodyContent(body, schemas) } }),
    responses: responsesOf(route, schemas),
  };
}

function parametersOf({ path, query, ifMatch }: ApiRoute, schemas: JsonSchemas): Parameter[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]): Parameter => {
    return { name, in: "path", required: true, description: PARAMETERS[name] ?? name, schema: { type: "string" } };
  });
  const { properties = {}, required = [] } = query ? schemas.of(query) : {};
  const inQuery = Object.entries(properties).map(([name, schema]): Parameter => {
    return { name, in: "query", required: required.includes(name), schema: schema as JsonSchema };
  });
  const version: Parameter = {
    name: "If-Match",
    in: "header",
    required: true,
    description: 'The version that is changed, such as "1"',
    schema: { type: "string", pattern: '^(W/)?"?\\d{1,9}"?$' },
  };
  return [...inPath, ...inQuery, ...(ifMatch ? [version] : [])];
}

function bodyContent({ json, csv, form, example }: Body, schemas: JsonSchemas): Content {
  return {
    ...(json && { "application/json": { schema: schemas.of(json), ...(example !== undefined && { example }) } }),
    ...(csv !== undefined && { "text/csv": { schema: { type: "string", description: csv } } }),
    ...(form && { [FORM]: { schema: schemas.of(form) } }),
  };
}

function responsesOf(route: ApiRoute, schemas: JsonSchemas): Operation["responses"] {
  const refusals = refusalsOf(route).map((status) => {
    const schema = schemas.of(route.problems?.[status] ?? Problem);
    const said = { description: REFUSALS[status] ?? "Refused", content: { "application/problem+json": { schema } } };
    return [status, said] as const;
  });
  const answers = Object.entries(route.answers).map(([status, one]) => [status, answered(one, schemas)] as const);
  return { ...Object.fromEntries(refusals), ...Object.fromEntries(answers) };
}

function answered({ says, json, media }: Answer, schemas: JsonSchemas): Operation["responses"][string] {
  if (json) return { description: says, content: { "application/json": { schema: schemas.of(json) } } };
  if (media === undefined) return { description: says };
  return { description: says, content: { [media]: { schema: { type: "string" } } } };
}
