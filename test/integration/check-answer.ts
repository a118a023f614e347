/** Holds every answer of every integration test against the API's description. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { API_TABLE, type ApiRoute } from "../../worker/contract/api-table";
import { isDescribed, openApi } from "../../worker/contract/openapi";

/** The description, with no member allowed that it does not name. */
function closed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(closed);
  const members = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]));
  const { properties, additionalProperties } = members;
  const names = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  return names.length === 0 || additionalProperties !== undefined
    ? members
    : { ...members, additionalProperties: false };
}

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: "signpost:api", ...(closed(openApi("1")) as object) });

interface Matcher {
  route: ApiRoute;
  pattern: RegExp;
}

const matchers = API_TABLE.map((route): Matcher => {
  const pattern = route.path
    .replace(/[.]/g, "\\.")
    .replace(/:(\w+)/g, "[^/]+")
    .replace(/\*$/, ".*");
  return { route, pattern: new RegExp(`^${pattern}$`) };
  // Addresses without parameters win over those with them, as in the router.
}).toSorted((a, b) => parametersIn(a.route) - parametersIn(b.route));

function parametersIn({ path }: ApiRoute): number {
  return path.split(/[:*]/).length;
}

/** The row of the table that answers a request. */
export function routeOf(method: string, path: string): ApiRoute | undefined {
  const wanted = method === "HEAD" ? "GET" : method;
  return matchers.find(({ route, pattern }) => route.method === wanted && pattern.test(path))?.route;
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function schemaAt(route: ApiRoute, status: number, media: string): ValidateFunction | undefined {
  const path = route.path.replace(/:id\.pem/, "{id}.pem").replace(/:(\w+)/g, "{$1}");
  const place = ["paths", path, route.method.toLowerCase(), "responses", String(status), "content", media, "schema"];
  return ajv.getSchema(`signpost:api#/${place.map(escaped).join("/")}`);
}

/** What is wrong with an answer: a status, a type or a member that the description does not have; null if nothing is. */
export async function flawOf(method: string, address: string, response: Response): Promise<string | null> {
  const { pathname } = new URL(address, "http://localhost");
  const route = routeOf(method, pathname);
  const { status } = response;
  const media = response.headers.get("Content-Type")?.split(";")[0] ?? "";
  const where = `${method} ${pathname}: ${status} ${media}`;
  // No route at all: nobody is told so, others find nothing.
  if (!route) return [401, 403, 404, 429].includes(status) ? null : `${where} at an address that the table lacks`;
  if (!isDescribed(route) || media === "text/html" || status === 304 || status === 303) return null;
  if (media === "") return status in route.answers ? null : `${where} is not described`;
  const validate = schemaAt(route, status, media);
  if (!validate) return `${where} is not described (${route.id})`;
  const encoded = response.headers.has("Content-Encoding");
  if (!media.endsWith("json") || encoded || method === "HEAD") return null;
  const body: unknown = await response.clone().json();
  if (validate(body)) return null;
  const [error] = validate.errors ?? [];
  const detail = JSON.stringify(error?.params);
  return `${where} is not as described (${route.id}): ${error?.instancePath} ${error?.message} ${detail}`;
}
