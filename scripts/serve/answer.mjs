import { UserError } from "./user-error.mjs";

/**
 * The control worker's answer; a refusal becomes a message for the user.
 * @param {Response} answer
 */
export async function result(answer) {
  const body = await answer.json();
  if (!answer.ok) throw new UserError(body.detail ?? `The local instance answered ${answer.status}.`);
  return body;
}
