/** Every route with who may use it: the one table that docs, OpenAPI and tests are compared with or made of. */
import { BACKUP_ROUTES } from "./api/backups";
import { CLAIM_ROUTES } from "./api/claims";
import { EVENT_ROUTES } from "./api/events";
import { IMPORT_ROUTES } from "./api/imports";
import { LINK_ROUTES } from "./api/links";
import { MONTH_ROUTES } from "./api/months";
import { OPEN_ROUTES } from "./api/open";
import { PAGE_ROUTES } from "./api/pages";
import { PEOPLE_ROUTES } from "./api/people";
import type { ApiRoute } from "./api/route";
import { SCENARIO_ROUTES } from "./api/scenarios";
import { SHARED_ROUTES } from "./api/shared";
import { STATUS_ROUTES } from "./api/status";
import { WEBHOOK_ROUTES } from "./api/webhooks";

export type { ApiRoute, Who } from "./api/route";

export const API_TABLE: readonly ApiRoute[] = [
  ...SCENARIO_ROUTES,
  ...EVENT_ROUTES,
  ...IMPORT_ROUTES,
  ...MONTH_ROUTES,
  ...CLAIM_ROUTES,
  ...LINK_ROUTES,
  ...WEBHOOK_ROUTES,
  ...PEOPLE_ROUTES,
  ...STATUS_ROUTES,
  ...BACKUP_ROUTES,
  ...OPEN_ROUTES,
  ...SHARED_ROUTES,
  ...PAGE_ROUTES,
];

/**
 * The statuses that a route can refuse with: those of its row, and those that its path, body and role bring along. 500 is
 * one of them: it must never come, and clients have to live with it all the same; and so is 503, of an instance that is not
 * set up.
 */
export function refusalsOf({ path, who, query, body, ifMatch, refusals = [], problems = {} }: ApiRoute): number[] {
  const own = [
    // 429: too many keys that do not hold came from the same address.
    // 403: of the role, of a write from another site's page, and of somebody whom only Cloudflare Access knows.
    ...(who === "nobody" ? [] : [401, 403, 429]),
    ...(path.includes(":") ? [404] : []),
    ...(body ? [413] : []),
    ...(body?.json ? [422] : []),
    ...(query ? [422] : []),
    ...(ifMatch ? [412, 428] : []),
  ];
  const all = [...own, ...refusals, ...Object.keys(problems).map(Number), 500, 503];
  return [...new Set(all)].toSorted((a, b) => a - b);
}
