import { createServer } from "node:net";
import { UserError } from "./user-error.mjs";

/**
 * The loopback addresses that can be listened on at this port: 127.0.0.1, and ::1 where there is IPv6, because
 * `localhost` may mean either. Says plainly when another program has the port.
 * @param {number} port
 * @returns {Promise<string[]>}
 */
export async function freeAddresses(port) {
  const addresses = [];
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await tryListen(host, port);
    if (code === null) addresses.push(host);
    else if (code === "EADDRINUSE") throw new UserError(portTaken(port));
    else if (code === "EACCES")
      throw new UserError(`Port ${port} needs more rights than this user has. Try PORT=8787.`);
    else if (host === "127.0.0.1") throw new UserError(`Cannot listen on 127.0.0.1:${port} (${code}).`);
  }
  return addresses;
}

/** @param {number} port */
export function portTaken(port) {
  const other = port < 65535 ? port + 1 : port - 1;
  return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${other} npm start`;
}

/** @returns {Promise<string | null>} the error's code, null when the address is free */
function tryListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
