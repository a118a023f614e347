const encoder = new TextEncoder();

/** A reply's body from texts as they come, so that a long one never has to be in memory at once. */
export function streamText(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
