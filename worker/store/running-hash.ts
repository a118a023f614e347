import { toHex } from "./hash";

/** A SHA-256 over bytes that come in parts, so that a long file never has to be in memory at once. */
export interface RunningHash {
  add(bytes: Uint8Array): Promise<void>;
  /** In hex; nothing can be added afterwards. */
  end(): Promise<string>;
}

/** @example after adding the bytes of "a" and of "bc" // "ba7816bf...", the SHA-256 of "abc" */
export function runningHash(): RunningHash {
  const stream = new crypto.DigestStream("SHA-256");
  const writer = stream.getWriter();
  return {
    add: (bytes) => writer.write(bytes),
    async end() {
      await writer.close();
      return toHex(await stream.digest);
    },
  };
}
