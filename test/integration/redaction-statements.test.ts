import { describe, expect, test } from "vitest";
import { SCENARIO, REASON, canary, write, problems, tablesWithCanary, open } from "./canaries";
import { api, loadShipped } from "./harness";

describe("a redaction of what was said of a month or a claim", () => {
  test.each([
    ["note", { month: "2025-11" }, "notes"],
    ["attestation", { month: "2025-11" }, "attestations"],
    ["evidence", { claim: "C01", event: "PKRU-0046" }, "evidence"],
    ["resolution", { claim: "C01" }, "propositions"],
  ])("takes the texts of a %s out of tables and links", async (kind, names, table) => {
    const { analyst: key, owner } = await loadShipped();
    const text = canary(kind);
    const posts: Record<string, [string, object]> = {
      note: ["notes", { month: "2025-11", text }],
      attestation: ["attestations", { month: "2025-11", note: text }],
      evidence: ["propositions/C01/evidence", { event: "PKRU-0046", likelihoodRatio: "2", rivalExplanation: text }],
      resolution: ["propositions/C01/resolution", { result: "no", on: "2013-01", sourceTitle: text, note: text }],
    };
    const [path = "", body = {}] = posts[kind] ?? [];
    await write(key, `${SCENARIO}/${path}`, body);
    const { url } = await write(key, `${SCENARIO}/snapshots`, { title: "Frozen" });
    expect(await tablesWithCanary()).toContain(table);
    await write(owner, `${SCENARIO}/redact`, { kind, ...names, reason: REASON });
    expect(await tablesWithCanary()).toEqual([]);
    expect(await (await open(url, "/view.json")).text()).not.toContain("CANARY");
    expect(await problems()).toEqual([]);
  });

  test("is for owners only, and must find something", async () => {
    const { analyst, owner } = await loadShipped();
    const body = { kind: "note", month: "2025-11", reason: REASON };
    expect((await api("POST", `${SCENARIO}/redact`, { key: analyst, body })).status).toBe(403);
    expect((await api("POST", `${SCENARIO}/redact`, { key: owner, body })).status).toBe(404);
    expect((await api("POST", `${SCENARIO}/redact`, { key: owner, body: { ...body, kind: "event" } })).status).toBe(
      422,
    );
  });
});
