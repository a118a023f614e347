import { describe, expect, it } from "vitest";
import { fileHref } from "../../../../web/snapshot/address";
import { checkCommands } from "../../../../web/snapshot/commands";
import { contactHref } from "../../../../web/snapshot/contact";
import { iframeCode } from "../../../../web/snapshot/embed-code";
import { leftOut } from "../../../../web/snapshot/left-out";
import { opensLeft } from "../../../../web/snapshot/opens-left";
import { quoteText } from "../../../../web/snapshot/quote";
import { forecastsInWords } from "../../../../web/view/propositions";

const URL = "https://signpost.example/s/abc";
const page = {
  publisher: "A desk",
  title: "Pakistan-Russia",
  purpose: "publication" as const,
  createdAt: Date.UTC(2025, 11, 1),
};
const view = {
  statement: "Stalled: no lasting rise. 0.0 points a month (90 % range -1.3 to 0.0).",
  mode: "back-test" as "back-test" | "registered",
  asOf: "2025-11-30",
  revision: 12,
};

describe("the paragraph to quote", () => {
  it("has the verdict with its numbers, who says so, by which records, since when it is frozen, and where", () => {
    expect(quoteText(view, page, URL)).toBe(
      "\u201cStalled: no lasting rise. 0.0 points a month (90 % range \u22121.3 to 0.0).\u201d A desk, \u201cPakistan-Russia\u201d " +
        `(a back-test, made with the outcomes known; events to 30 November 2025, revision 12, frozen on 1 December 2025): ${URL}`,
    );
  });

  it("calls a live page live, and a forecast that was followed no back-test", () => {
    const text = quoteText({ ...view, mode: "registered" }, { ...page, purpose: "live" }, URL);
    expect(text).toContain("(events to 30 November 2025, revision 12, a live page)");
  });

  it("shows marks that would turn the direction of the text", () => {
    expect(quoteText(view, { ...page, title: "a\u202eb" }, URL)).toContain("a[RLO]b");
  });
});

describe("the addresses of a link's files", () => {
  it("carry the ticket where the link is guarded", () => {
    expect(fileHref({ path: "/s/abc", ticket: "" }, "view.json")).toBe("/s/abc/view.json");
    expect(fileHref({ path: "/s/abc", ticket: "17.a-b" }, "view.json")).toBe("/s/abc/view.json?ticket=17.a-b");
  });

  it("stand whole in the commands, of which the last two check without a network", () => {
    const lines = checkCommands({ path: "/s/abc", ticket: "17.x" }, URL).split("\n");
    expect(lines[0]).toBe("curl -fsSo view.json 'https://signpost.example/s/abc/view.json?ticket=17.x'");
    expect(lines).toContain('curl -fsSo key.pem "https://signpost.example/api/v1/signing-keys/$key.pem"');
    expect(lines.slice(-2)).toEqual([
      "sha256sum view.json",
      "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in view.json -sigfile view.signature",
    ]);
  });
});

describe("the code for another site", () => {
  it("frames the embed as wide as its place, with a title that cannot end its attribute", () => {
    const code = iframeCode('A "title" & <more>', URL);
    expect(code).toContain(`src="${URL}/embed" title="A &quot;title&quot; &amp; &lt;more&gt;" width="100%"`);
  });
});

describe("whom to write to", () => {
  it("is one letter address or one page over https", () => {
    expect(contactHref("desk@example.org", "A & B")).toBe("mailto:desk@example.org?subject=A%20%26%20B");
    expect(contactHref("mailto:desk@example.org", "T")).toBe("mailto:desk@example.org?subject=T");
    expect(contactHref("https://example.org/contact", "T")).toBe("https://example.org/contact");
  });

  it.each(["http://example.org", "javascript:alert(1)", "data:text/html,x", "a@b.example?bcc=c@d.example", "Room 12"])(
    "%s leads nowhere",
    (contact) => {
      expect(contactHref(contact, "T")).toBeNull();
    },
  );
});

describe("what a publisher kept back", () => {
  const all = { sources: true, monthNote: true, notes: true, names: true, forecasts: true };

  it("is named, and nothing is said where nothing was", () => {
    expect(leftOut(all)).toBe("");
    expect(leftOut({ ...all, sources: false, names: false })).toBe(
      "Not part of this page: titles and addresses of sources and the analysts' names.",
    );
  });
});

describe("how often a link still opens", () => {
  it("is said before the press that counts", () => {
    expect(opensLeft(null)).toBe("");
    expect(opensLeft(1)).toContain("once more, and this uses it up");
    expect(opensLeft(3)).toContain("3 more times");
  });
});

describe("the analysts' forecasts of a claim", () => {
  it("are listed with their days, newest first, and are not spoken of where none goes along", () => {
    expect(forecastsInWords({})).toEqual([]);
    const forecasts = [
      { on: "2025-10-03", probability: 0.35 },
      { on: "2025-01-02", probability: 0.2 },
    ];
    expect(forecastsInWords({ forecasts }).join("")).toBe(
      "Analysts' forecasts: 35 % on 3 October 2025; 20 % on 2 January 2025.",
    );
  });
});
