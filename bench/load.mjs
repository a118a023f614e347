import { Agent, request } from "node:http";

/** @typedef {{ method?: string, path: string, headers?: Record<string, string>, body?: string, status?: number }} Call */

/**
 * Sends requests over connections that stay open. A reply with another status than `call.status` (200) is an error.
 * @param {string} origin on this machine
 */
export function openClient(origin) {
  const agent = new Agent({ keepAlive: true });
  /** @param {Call} call @returns {Promise<{ headers: Record<string, string>, text: Buffer }>} */
  const send = ({ method = "GET", path, headers = {}, body, status = 200 }) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
      const outgoing = request(
        new URL(path, origin),
        { agent, method, headers: { ...headers, ...length } },
        (reply) => {
          const chunks = [];
          reply.on("data", (chunk) => chunks.push(chunk));
          reply.once("error", reject);
          reply.once("end", () => {
            const text = Buffer.concat(chunks);
            if (reply.statusCode === status) resolve({ headers: reply.headers, text });
            else
              reject(
                new Error(`${method} ${path} answered ${reply.statusCode}, not ${status}: ${text.subarray(0, 500)}`),
              );
          });
        },
      );
      outgoing.once("error", reject);
      outgoing.end(body);
    });
  return { send, close: () => agent.destroy() };
}

/**
 * Runs the sides in turn, one request each. Gives the milliseconds that each took, sorted, and the processor's milliseconds
 * a turn: a turn, not a request alone, so that what a worker does after its reply counts.
 * @param {{ send: () => Promise<unknown>, cpu: () => number }[]} sides
 * @param {{ times: number, seconds: number, before?: () => Promise<unknown> }} limits whichever is reached first;
 * `before` runs untimed ahead of each turn
 * @returns {Promise<{ taken: number[], cpu: number }[]>}
 */
export async function inTurn(sides, { times, seconds, before }) {
  const sums = sides.map(() => ({ taken: [], cpu: 0 }));
  const end = performance.now() + seconds * 1000;
  for (let turn = 0; turn < times && (turn < 3 || performance.now() < end); turn += 1) {
    await before?.();
    const spent = sides.map(({ cpu }) => cpu());
    for (const [index, { send }] of sides.entries()) {
      const start = performance.now();
      await send();
      sums[index].taken.push(performance.now() - start);
    }
    for (const [index, { cpu }] of sides.entries()) sums[index].cpu += cpu() - spent[index];
  }
  return sums.map(({ taken, cpu }) => ({ taken: taken.sort((a, b) => a - b), cpu: cpu / taken.length }));
}

/**
 * Replies a second of each side with `connections` at once, in alternating rounds: the median of the rounds, so that what
 * else the machine did in one of them does not count.
 * @param {(() => Promise<unknown>)[]} sides @param {{ connections: number, rounds: number, seconds: number }} limits
 * @returns {Promise<number[]>}
 */
export async function atOnce(sides, { connections, rounds, seconds }) {
  const rates = sides.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) {
      const start = performance.now();
      let count = 0;
      const worker = async () => {
        for (; performance.now() - start < seconds * 1000; count += 1) await side();
      };
      await Promise.all(Array.from({ length: connections }, worker));
      rates[index].push((count * 1000) / (performance.now() - start));
    }
  }
  return rates.map((list) =>
    quantile(
      list.sort((a, b) => a - b),
      0.5,
    ),
  );
}

/** @param {number[]} sorted @param {number} share 0.5 for the median */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
