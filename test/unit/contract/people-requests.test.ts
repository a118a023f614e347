import { safeParse, type GenericSchema } from "valibot";
import { describe, expect, test } from "vitest";
import { InviteInput, KeyInput, PersonChangeInput } from "../../../worker/contract/people-requests";

function read(schema: GenericSchema, body: unknown): unknown {
  const { success, output } = safeParse(schema, body);
  return success ? output : null;
}

describe("an invitation", () => {
  test("is taken with its name and address trimmed, the address in small letters", () => {
    const body = { name: "  Ada ", role: "analyst", email: " Ada@Example.ORG " };
    expect(read(InviteInput, body)).toEqual({ name: "Ada", role: "analyst", email: "ada@example.org" });
    expect(read(InviteInput, { name: "Ada", role: "viewer", email: " " })).toEqual({
      name: "Ada",
      role: "viewer",
      email: null,
    });
    expect(read(InviteInput, { name: "Ada", role: "owner", disabled: true })).toEqual({ name: "Ada", role: "owner" });
  });

  test.each([
    [{ name: "", role: "viewer" }],
    [{ name: "a".repeat(101), role: "viewer" }],
    [{ name: "A\nB", role: "viewer" }],
    [{ name: "A", role: "admin" }],
    [{ name: "A" }],
    [{ role: "viewer" }],
    [{ name: "A", role: "viewer", email: "a@b@c" }],
    [{ name: "A", role: "viewer", email: "a b@c" }],
    [{ name: "A", role: "viewer", email: `${"a".repeat(250)}@b.example` }],
    [{ name: ["A"], role: "viewer" }],
    [{ name: "\u200b\u200d", role: "viewer" }],
    [{ name: "Owner\u200b", role: "owner" }],
    [{ name: "Ow\u200cner", role: "owner" }],
    [{ name: "A\u3164", role: "viewer" }],
    [{ name: "A", role: "viewer", email: "a\u0000@b" }],
    [{ name: "A", role: "viewer", email: "a@\ud800" }],
  ])("%j is refused", (body) => {
    expect(read(InviteInput, body)).toBeNull();
  });
});

test.each([
  "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
  "\u0915\u094d\u200d\u0937",
  "\u{1f468}\u200d\u{1f469} Ada",
  "\u202eadA",
])("a name may have what its script needs, and marks that are shown: %s", (name) => {
  expect(read(InviteInput, { name, role: "viewer" })).toEqual({ name, role: "viewer" });
});

test("a change names something to change; null takes an address away", () => {
  expect(read(PersonChangeInput, {})).toBeNull();
  expect(read(PersonChangeInput, { admin: true })).toBeNull();
  expect(read(PersonChangeInput, { disabled: 1 })).toBeNull();
  expect(read(PersonChangeInput, { email: null })).toEqual({ email: null });
  expect(read(PersonChangeInput, { disabled: false })).toEqual({ disabled: false });
});

test("a key has a name", () => {
  expect(read(KeyInput, { label: " script " })).toEqual({ label: "script" });
  for (const label of ["", " ", "a".repeat(101), 5]) expect(read(KeyInput, { label })).toBeNull();
});
