import { hmacHex } from "../store/hash";

/** As the platform's `fetch`, which tests put another in the place of. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

export const sendByFetch: Send = (url, init) => fetch(url, init);

export interface Message {
  url: string;
  secret: string;
  /** The same at each try, so that a receiver knows what it has. */
  delivery: string;
  event: string;
  body: string;
  now: number;
}

export interface Posted {
  delivered: boolean;
  /** What came of it, in words. */
  said: string;
}

const TIMEOUT_MS = 10_000;

/**
 * Sends one message, signed: `Signpost-Signature: t=<epoch seconds>,v1=<hex HMAC-SHA256 of "t.body">`. Nothing of the answer
 * but its status counts, and nobody is followed elsewhere: what was checked is the address that an owner wrote.
 */
export async function postWebhook(send: Send, { url, secret, delivery, event, body, now }: Message): Promise<Posted> {
  const t = Math.floor(now / 1000);
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "Signpost",
    "Signpost-Event": event,
    "Signpost-Delivery": delivery,
    "Signpost-Signature": `t=${t},v1=${await hmacHex(secret, `${t}.${body}`)}`,
  };
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await send(url, { method: "POST", headers, body, signal, redirect: "manual" });
    await response.body?.cancel();
    return { delivered: response.ok, said: answerInWords(response.status) };
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    return {
      delivered: false,
      said: late ? `It did not answer within ${TIMEOUT_MS / 1000} seconds.` : "It could not be reached.",
    };
  }
}

function answerInWords(status: number): string {
  // Without "follow" a redirect may come as an answer without a status.
  if (status === 0 || (status >= 300 && status < 400))
    return "It sent us elsewhere; write the address that answers itself.";
  return `It answered ${status}.`;
}
