import { result } from "./answer.mjs";
import { askSocket } from "./control-socket.mjs";
import { reach } from "./lock.mjs";
import { readSettings } from "./settings.mjs";

/**
 * One operation on the local database: by the running instance if there is one, else by opening the database for the
 * moment.
 * @param {string} path @param {unknown} [body]
 */
export async function command(path, body = {}) {
  const { dataDir } = readSettings();
  return reach(dataDir, {
    running: async (socket) => {
      const answer = await askSocket(socket, path, body);
      return answer === null ? null : result(answer);
    },
    alone: async (lock) => {
      try {
        // Loaded here only: asking a running instance takes a tenth of the time without them.
        const [{ build }, { startInstance }, { migrate }] = await Promise.all([
          import("../build.mjs"),
          import("./instance.mjs"),
          import("./prepare.mjs"),
        ]);
        await build();
        const instance = await startInstance({ dataDir });
        try {
          await migrate(instance.control);
          return await result(await instance.control(path, body));
        } finally {
          await instance.stop();
        }
      } finally {
        lock.release();
      }
    },
  });
}
