import { UserError } from "../serve/user-error.mjs";

/** Where each operation of the control worker is on a deployed instance. */
const ROUTES = {
  "/backup": () => "/backup",
  "/backup/check": () => "/backup/check",
  "/restore/begin": () => "/restores",
  "/restore/lines": ({ id }) => `/restores/${id}/lines`,
  "/restore/finish": ({ id }) => `/restores/${id}/finish`,
};

/**
 * Asks a deployed instance by its API what `withInstance` asks the one on this machine.
 * @param {string} url @param {string | undefined} key of an owner
 * @returns {import("../serve/command.mjs").Ask}
 */
export function remote(url, key = process.env.SIGNPOST_KEY) {
  if (!key) throw new UserError("Set SIGNPOST_KEY to an owner's access key: SIGNPOST_KEY=sp_... npm run ...");
  return async (path, body = {}) => {
    const { id: _id, ...rest } = body;
    const sent = path === "/restore/begin" ? body : rest;
    const answer = await fetch(`${url}/api/v1${ROUTES[path](body)}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify(sent),
      redirect: "manual",
    }).catch((error) => {
      throw new UserError(`${url} cannot be reached (${error.cause?.code ?? error.message}). Run the command again.`);
    });
    const said = await answer.json().catch(() => null);
    if (answer.ok && said !== null) return said;
    throw new UserError(`${url} answered ${answer.status}: ${said?.detail ?? refusal(answer.status)}`);
  };
}

/** @param {number} status of an answer that is not Signpost's own */
function refusal(status) {
  return status >= 300 && status < 500
    ? "something stands before it, such as Cloudflare Access. docs/deploy.md says how scripts get through."
    : "run the command again.";
}
