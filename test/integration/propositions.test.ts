import { describe, expect, test } from "vitest";
import { DUE, now } from "../clock";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import type { ScenarioView, ViewProposition } from "../../worker/core/view-types";
import { api, database, loadShipped, registerShipped, scenarioFile, SLUG } from "./harness";

const CLAIMS = `/scenarios/${SLUG}/propositions`;
const NEW = {
  question: "Will they meet?",
  criteria: "Yes if two agencies say so.",
  type: "by",
  deadline: DUE,
};
const OUTCOME = { result: "no", on: "2025-11-30", sourceTitle: "A paper" };

/** A claim of the article's that the shipped file leaves open. */
const OPEN =
  scenarioFile.propositions.find(({ outcome, addedOn }) => outcome.result === "open" && addedOn === null)?.id ?? "";

async function claim(key: string, id: string): Promise<ViewProposition> {
  const view: ScenarioView = await (await api("GET", `/scenarios/${SLUG}/view?asOf=2026-11-24`, { key })).json();
  const found = view.propositions.find((one) => one.id === id);
  if (!found) throw new Error(`No claim ${id}`);
  return found;
}

interface Page {
  forecasts: { by: string; probability: number }[];
  scores: { by: string; brier: number | null }[];
  history: { kind: string; op: string; subject: string; reason: string }[];
}

async function page(key: string, id: string): Promise<Page> {
  return (await api("GET", `${CLAIMS}/${id}`, { key })).json();
}

describe("a claim that an analyst adds", () => {
  test("is marked as added, starts today at its base rate, and is in the ledger", async () => {
    const { analyst: key } = await registerShipped();
    const body = { ...NEW, referenceClass: { description: "Earlier meetings", k: 3, n: 8 } };
    const response = await api("POST", CLAIMS, { key, body });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: "A01", revision: 2 });
    const added = await claim(key, "A01");
    expect(added).toMatchObject({ basis: "added", articleProbability: null, noBaseRate: false, outcome: null });
    // (3 + 1) / (8 + 2)
    expect(added.baseRate).toBe(0.4);
    expect((await (await api("POST", CLAIMS, { key, body: NEW })).json()) as object).toMatchObject({ id: "A02" });
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("needs a question, criteria and a deadline to come", async () => {
    const { analyst: key } = await registerShipped();
    for (const body of [{}, { ...NEW, question: "" }, { ...NEW, deadline: "2020-01-01" }, { ...NEW, type: "maybe" }]) {
      expect((await api("POST", CLAIMS, { key, body })).status).toBe(422);
    }
  });
});

describe("evidence", () => {
  test("can be rated, rated anew and taken back, each with its trace", async () => {
    const { analyst: key } = await loadShipped();
    const path = `${CLAIMS}/${OPEN}/evidence`;
    const rating = { event: "PKRU-0191", likelihoodRatio: "3", rivalExplanation: "A courtesy" };
    expect((await api("POST", path, { key, body: rating })).status).toBe(201);
    expect((await api("POST", path, { key, body: { ...rating, likelihoodRatio: "1/3" } })).status).toBe(201);
    expect((await api("POST", path, { key, body: { ...rating, likelihoodRatio: "4" } })).status).toBe(422);
    expect((await api("POST", path, { key, body: { ...rating, event: "E-9999" } })).status).toBe(404);
    const removed = await api("DELETE", `${path}/PKRU-0191`, { key, body: { reason: "Not telling" } });
    expect(removed.status).toBe(200);
    expect((await api("DELETE", `${path}/PKRU-0191`, { key, body: { reason: "Again" } })).status).toBe(404);
    const { history } = await page(key, OPEN);
    const ratings = history.filter(({ kind, subject }) => kind === "evidence" && subject === "PKRU-0191");
    expect(ratings.map(({ op, reason }) => [op, reason])).toEqual([
      ["retract", "Not telling"],
      ["correct", ""],
      ["record", ""],
    ]);
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("from before the claim starts is refused, for it is in the base rate", async () => {
    const { analyst: key } = await loadShipped();
    const body = { event: "PKRU-0001", likelihoodRatio: "3", rivalExplanation: "x" };
    const response = await api("POST", `${CLAIMS}/C01/evidence`, { key, body });
    expect(await response.json()).toMatchObject({ code: "invalid", errors: [{ field: "event" }] });
  });

  test("of a retracted event counts no more", async () => {
    const { analyst: key } = await loadShipped();
    const before = await claim(key, "C01");
    expect(before.evidence.map(({ event }) => event)).toContain("PKRU-0046");
    const headers = { "If-Match": '"1"' };
    await api("DELETE", `/scenarios/${SLUG}/events/PKRU-0046`, { key, headers, body: { reason: "x" } });
    expect((await claim(key, "C01")).evidence.map(({ event }) => event)).not.toContain("PKRU-0046");
  });
});

describe("forecasts and outcomes", () => {
  test("a forecast is recorded by the server's clock until the claim is settled", async () => {
    const { analyst: key, viewer } = await registerShipped();
    await api("POST", CLAIMS, { key, body: NEW });
    const path = `${CLAIMS}/A01`;
    expect((await api("POST", `${path}/forecasts`, { key, body: { probability: 0.3 } })).status).toBe(201);
    expect((await api("POST", `${path}/forecasts`, { key, body: { probability: 0.2 } })).status).toBe(201);
    expect((await api("POST", `${path}/forecasts`, { key, body: { probability: 1 } })).status).toBe(422);
    expect((await api("POST", `${path}/forecasts`, { key: viewer, body: { probability: 0.5 } })).status).toBe(403);
    expect((await api("POST", `${path}/resolution`, { key, body: OUTCOME })).status).toBe(200);
    expect((await api("POST", `${path}/forecasts`, { key, body: { probability: 0.01 } })).status).toBe(409);
    const { forecasts, scores } = await page(key, "A01");
    expect(forecasts.map(({ by, probability }) => [by, probability])).toEqual([
      ["A analyst", 0.3],
      ["A analyst", 0.2],
    ]);
    expect(scores).toMatchObject([{ by: "A analyst" }]);
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("an outcome can be corrected, and taken back with a reason", async () => {
    const { analyst: key } = await registerShipped();
    const path = `${CLAIMS}/D01/resolution`;
    await api("POST", path, { key, body: OUTCOME });
    await api("POST", path, { key, body: { ...OUTCOME, result: "yes" } });
    expect((await claim(key, "D01")).outcome).toMatchObject({ result: "yes", on: "2025-11-30" });
    expect((await api("DELETE", path, { key, body: {} })).status).toBe(422);
    expect((await api("DELETE", path, { key, body: { reason: "Premature" } })).status).toBe(200);
    expect((await claim(key, "D01")).outcome).toBeNull();
    expect((await api("POST", path, { key, body: { ...OUTCOME, on: "2999-01-01" } })).status).toBe(422);
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("nobody is ranked below five settled claims", async () => {
    const { viewer: key } = await registerShipped();
    expect(await (await api("GET", `/scenarios/${SLUG}/forecasters`, { key })).json()).toEqual({ forecasters: [] });
  });
});
