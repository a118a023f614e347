/** The widest that the contract takes: see worker/contract/scenario-schema.ts and worker/contract/likely-dates.ts. */
import { mostMonths } from "../../worker/contract/registration-span";
import { addMonths, monthRange } from "../../worker/core/months";

const ROWS = Number(process.env.ROWS ?? 5000);
const BASELINE = 120;

/** @param {string} today @returns {{ slug: string, what: string, indicators: number, propositions: number, registeredOn: string, from: string }[]} */
export function widest(today) {
  const one = (slug, what, indicators, propositions, months) => {
    const from = addMonths(today.slice(0, 7), -months);
    return { slug, what, indicators, propositions, registeredOn: `${addMonths(from, BASELINE)}-01`, from };
  };
  return [
    one("wide", "100 indicators and 500 claims from today", 100, 500, BASELINE),
    ...[1, 10, 100].map((count) => {
      const months = mostMonths(count);
      return one(`old-${count}`, `${count} indicators over ${months} months`, count, 40, months);
    }),
  ];
}

export function scenarioFile({ slug, indicators, propositions, registeredOn }) {
  const weights = { 1: 1, 2: 0.9, 3: 0.6, 4: 0.3, 5: 0 };
  return {
    format: "scenario-pack",
    version: 1,
    slug,
    title: slug,
    claim: "Relations warm.",
    source: { title: "A paper", published: registeredOn },
    mode: "back-test",
    registeredOn,
    baselineMonths: BASELINE,
    horizons: [{ key: "open", label: "To date", until: null }],
    halfLifeMonths: 6,
    materialRise: 3,
    alpha: 0.1,
    credibilityWeights: weights,
    reliabilityWeights: { A: 1, B: 0.9, C: 0.6, D: 0.3, E: 0, F: 0.5 },
    indicators: Array.from({ length: indicators }, (_, i) => ({
      key: `i${i}`,
      label: `Indicator ${i}`,
      kind: "event",
      role: i % 3 === 2 ? "driver" : "direct",
      codebook: Array.from({ length: 5 }, (_, k) => ({ key: `c${k}`, label: `Code ${k}`, score: k - 1.5 })),
    })),
    propositions: Array.from({ length: propositions }, (_, i) => ({
      id: `C${i}`,
      question: `Claim ${i}?`,
      criteria: "Held.",
      type: "by",
      deadline: "2090-12-31",
      basis: "outright",
    })),
  };
}

/** Every month of the figures, as a file. */
export function looked(from, today) {
  const months = monthRange(from, today.slice(0, 7)).map((month) => `${month},x`);
  return `month,note\n${months.join("\n")}\n`;
}

/** Events in every month, of every indicator in turn: two imports. */
export function eventRows({ indicators }, from, today) {
  const months = monthRange(from, addMonths(today.slice(0, 7), -1));
  return [0, 1].map((part) =>
    Array.from({ length: ROWS }, (_, i) => {
      const number = part * ROWS + i;
      return {
        ref: `N-${String(number).padStart(6, "0")}`,
        date: months[number % months.length],
        indicator: `i${(number * 7 + Math.floor(number / months.length)) % indicators.length}`,
        code: `c${(number * 13) % 5}`,
        title: `Event ${number}`,
        sourceTitle: "A paper",
        sourceReliability: "B",
        infoCredibility: 1 + (number % 4),
      };
    }),
  );
}
