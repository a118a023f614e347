/** Work that comes in at any time and is done one piece after the other, the oldest first. */
export function oneByOne<T>(work: (item: T) => Promise<void>): (item: T) => void {
  const waiting: T[] = [];
  let running = false;
  const run = async () => {
    running = true;
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    running = false;
  };
  return (item) => {
    waiting.push(item);
    if (!running) void run();
  };
}
