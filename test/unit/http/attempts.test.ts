import { expect, test } from "vitest";
import { networkOf } from "../../../worker/http/attempts";

test("a client is its IPv4 address, or the half of an IPv6 address in which it may change as it likes", () => {
  expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
  expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(networkOf("2001:db8:1:2::7")).toBe(networkOf("2001:0db8:1:2:ffff:ffff:ffff:ffff"));
  expect(networkOf("2001:db8:1:2::7")).not.toBe(networkOf("2001:db8:1:3::7"));
  expect(networkOf("2001:db8::7")).toBe("2001:0db8:0000:0000");
});

test.each(["local", "", "::::::::::", "no address"])("%j, which is none, stands for itself", (text) => {
  expect(networkOf(text)).toBe(text);
});
