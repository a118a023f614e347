import { UserError } from "./user-error.mjs";

/**
 * The control worker's answer; a refusal becomes a message for the user.
 * @param {Response} answer
 */
export async function result(answer) {
  const body = await answer.json().catch(() => null);
  if (answer.ok && body !== null) return body;
  throw new UserError(body?.detail ?? `The local instance answered ${answer.status}.`);
}
