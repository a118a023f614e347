import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latest } from "../../../../web/log/latest";

const PAUSE = 400;

/** Answers by hand, in any order. */
function asker() {
  const asked: string[] = [];
  const open = new Map<string, PromiseWithResolvers<string>>();
  const shown: (string | null)[] = [];
  let failures = 0;
  const look = latest<string, string>({
    pause: PAUSE,
    ask: (question) => {
      asked.push(question);
      const waiting = Promise.withResolvers<string>();
      open.set(question, waiting);
      return waiting.promise;
    },
    show: (answer) => shown.push(answer),
    failed: () => {
      failures += 1;
    },
  });
  return { look, asked, open, shown, failures: () => failures };
}

describe("looking something up while somebody types", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pause = () => vi.advanceTimersByTimeAsync(PAUSE);

  it("waits for a pause and asks the newest only", async () => {
    const { look, asked } = asker();
    look("L");
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    look("La");
    await pause();
    expect(asked).toEqual(["La"]);
  });

  it("drops an answer to an older question that comes late", async () => {
    const { look, open, shown } = asker();
    look("old");
    await pause();
    look("new");
    await pause();
    open.get("new")?.resolve("for new");
    open.get("old")?.resolve("for old");
    await pause();
    expect(shown).toEqual(["for new"]);
  });

  it("does not ask the same twice running", async () => {
    const { look, asked } = asker();
    look("same");
    await pause();
    look("same");
    await pause();
    expect(asked).toEqual(["same"]);
  });

  it("clears at once where there is nothing left to ask, whatever comes late", async () => {
    const { look, open, shown } = asker();
    look("old");
    await pause();
    look(null);
    open.get("old")?.resolve("for old");
    await pause();
    expect(shown).toEqual([null]);
  });

  it("says so when the newest question gets no answer", async () => {
    const { look, open, failures } = asker();
    look("q");
    await pause();
    open.get("q")?.reject(new Error("offline"));
    await pause();
    expect(failures()).toBe(1);
  });
});
