import { result } from "./answer.mjs";
import { askSocket } from "./control-socket.mjs";
import { reach } from "./lock.mjs";
import { readSettings } from "./settings.mjs";
import { UserError } from "./user-error.mjs";

/** @typedef {(path: string, body?: unknown) => Promise<object>} Ask one operation on the local database; gives its answer */

/**
 * One operation on the local database: by the running instance if there is one, else by opening the database for the
 * moment.
 * @param {string} path @param {unknown} [body]
 */
export async function command(path, body = {}) {
  return withInstance((ask) => ask(path, body));
}

/**
 * Several operations on one instance: the one that runs on the data folder, or one that is opened for as long as `use`
 * takes.
 * @template T
 * @param {(ask: Ask) => Promise<T>} use
 * @param {string} [dataDir]
 * @returns {Promise<T>}
 */
export async function withInstance(use, dataDir = readSettings().dataDir) {
  return reach(dataDir, {
    running: async (socket) => {
      let [reached, gone] = [false, false];
      const ask = async (path, body = {}) => {
        const answer = await askSocket(socket, path, body);
        gone = answer === null;
        if (gone) throw new UserError("Signpost was stopped meanwhile. Run the command again.");
        reached = true;
        return result(answer);
      };
      try {
        return await use(ask);
      } catch (error) {
        if (gone && !reached) return null;
        throw error;
      }
    },
    alone: async (lock) => {
      try {
        // Loaded here only: asking a running instance takes a tenth of the time without them.
        const [{ build }, { noteUsed }, { startInstance }, { migrate }] = await Promise.all([
          import("../build.mjs"),
          import("./check-data.mjs"),
          import("./instance.mjs"),
          import("./prepare.mjs"),
        ]);
        await build();
        const instance = await startInstance({ dataDir });
        try {
          await migrate(instance.control);
          noteUsed(dataDir);
          return await use(async (path, body = {}) => result(await instance.control(path, body)));
        } finally {
          await instance.stop();
        }
      } finally {
        lock.release();
      }
    },
  });
}
