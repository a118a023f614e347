import { describe, expect, test } from "vitest";
import { monthToClose } from "../../../worker/contract/month-to-close";

describe("the month that a page closes", () => {
  test("is the one asked for once it is over", () => {
    expect(monthToClose("2012-10", "2012-11-01")).toBe("2012-10");
    expect(monthToClose("2010-02", "2012-10-31")).toBe("2010-02");
  });

  test("is the last one that is over where none, an unfinished or an unreadable one is asked for", () => {
    for (const asked of [undefined, "", "2012-10", "2013-01", "2012-13", "October"]) {
      expect(monthToClose(asked, "2012-10-31")).toBe("2012-09");
    }
  });
});
