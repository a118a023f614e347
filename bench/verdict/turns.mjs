const TURNS = 15;
const WARM_UP = 4;

/**
 * Milliseconds a call by name, sorted: all calls in each turn, so that what else the machine does hits them alike. The clock
 * moves within a request on one's own machine only, and by whole milliseconds: hence several calls a turn.
 * @param {{ name: string, times: number, call: () => unknown }[]} calls
 * @returns {Promise<Record<string, number[]>>}
 */
export async function inTurn(calls) {
  const taken = Object.fromEntries(calls.map(({ name }) => [name, []]));
  for (let turn = 0; turn < TURNS + WARM_UP; turn += 1) {
    for (const { name, call, times } of calls) {
      const each = await spent(call, times);
      if (turn >= WARM_UP) taken[name].push(each);
    }
  }
  for (const list of Object.values(taken)) list.sort((a, b) => a - b);
  return taken;
}

/** Milliseconds a call. */
export async function spent(call, times) {
  const start = performance.now();
  for (let count = 0; count < times; count += 1) await call();
  return (performance.now() - start) / times;
}
