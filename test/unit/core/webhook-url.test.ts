import fc from "fast-check";
import { expect, test } from "vitest";
import { webhookUrlProblem } from "../../../worker/core/webhook-url";

test.each([
  "https://hooks.example.org",
  "https://hooks.example.org/a/b?c=d#e",
  "https://hooks.example.org:443/",
  "https://b\u00fccher.example.org/",
  "https://local.example.org/",
  "https://127-0-0-1.example.org/",
])("%s may be used", (url) => {
  expect(webhookUrlProblem(url)).toBeNull();
});

test.each([
  ["", "whole https"],
  ["hooks.example.org", "whole https"],
  ["http://hooks.example.org/", "whole https"],
  ["ftp://hooks.example.org/", "whole https"],
  ["javascript:alert(1)", "whole https"],
  ["https://", "whole https"],
  ["https://user@hooks.example.org/", "name and password"],
  ["https://:secret@hooks.example.org/", "name and password"],
  ["https://hooks.example.org:8443/", "port"],
  ["https://127.0.0.1/", "number"],
  ["https://127.1/", "number"],
  ["https://2130706433/", "number"],
  ["https://0x7f000001/", "number"],
  ["https://0177.0.0.1/", "number"],
  ["https://169.254.169.254/latest/meta-data", "number"],
  ["https://[::1]/", "number"],
  ["https://[::ffff:10.0.0.1]/", "number"],
  ["https://\u2460\u2461\u2466.0.0.1/", "number"],
  ["https://localhost/", "network"],
  ["https://intranet/", "network"],
  ["https://api.localhost/", "network"],
  ["https://printer.local/", "network"],
  ["https://db.internal/", "network"],
  ["https://metadata.google.internal/", "network"],
  ["https://nas.home.arpa/", "network"],
  ["https://hooks.example.org./", "network"],
  ["https://LOCALHOST/", "network"],
  ["https://localhost.localdomain/", "network"],
  ["https://.example.org/", "network"],
  ["https://hooks..example.org/", "network"],
])("%s is refused, and says why", (url, why) => {
  expect(webhookUrlProblem(url)).toContain(why);
});

test("an address that is very long is refused", () => {
  expect(webhookUrlProblem(`https://hooks.example.org/${"a".repeat(2000)}`)).toContain("at most 2,000");
});

test("whatever is taken is https, of a name with a dot, on the usual port, and says nobody's name", () => {
  const host = fc.oneof(
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.domain(),
    fc.webAuthority(),
  );
  fc.assert(
    fc.property(fc.constantFrom("https", "http"), host, fc.webPath(), (scheme, authority, path) => {
      const text = `${scheme}://${authority}${path}`;
      if (webhookUrlProblem(text) !== null) return;
      const { protocol, username, password, port, hostname } = new URL(text);
      expect([protocol, username, password, port]).toEqual(["https:", "", "", ""]);
      expect(hostname).toMatch(/^[^.[\]][^[\]]*\.[^.[\]]*[a-z][^.[\]]*$/);
    }),
  );
});
