/** Bytes that are the same until the database says otherwise, in both forms in which they travel. */
export interface Kept {
  /** Strong: of the uncompressed bytes. */
  etag: string;
  identity: Uint8Array;
  gzip: Uint8Array;
}

/**
 * The values last used, up to a number of bytes together; they are gone with the isolate. A key holds everything that its
 * value was made of, so that nobody can have anything kept under another's key: not even who asks by another host's name.
 */
export class Memory<Value extends Kept> {
  private readonly values = new Map<string, Value>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // A Map keeps the order of insertion: the first is the one not used for longest.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.drop(key);
    if (sizeOf(key, value) > this.maxBytes) return;
    this.values.set(key, value);
    this.bytes += sizeOf(key, value);
    for (const oldest of this.values.keys()) {
      if (this.bytes <= this.maxBytes) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.bytes -= sizeOf(key, value);
  }
}

function sizeOf(key: string, { identity, gzip }: Kept): number {
  return 2 * key.length + identity.length + gzip.length;
}
