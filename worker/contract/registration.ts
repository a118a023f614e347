import * as v from "valibot";
import type { Indicator, Outcome, Proposition, Registration, Role } from "../core/types";
import { checkScenario, type ScenarioProblem } from "./scenario-checks";
import { isRecord } from "./schema-parts";
import { type EvidenceItem, type IndicatorLine, PATTERNS, ScenarioFile } from "./scenario-schema";

export type { EvidenceItem, ScenarioProblem };

/** A scenario file with every default filled in. Evidence and outcomes stand by the id of their proposition. */
export interface Scenario {
  registration: Registration;
  propositions: Proposition[];
  evidence: Record<string, EvidenceItem[]>;
  outcomes: Record<string, Outcome>;
}

export type ParsedScenario = { scenario: Scenario; problems: [] } | { scenario: null; problems: ScenarioProblem[] };

/** Okabe and Ito's colours, which people with colour blindness can tell apart, the palest and the black last. */
const PALETTE = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000"] as const;

/** A file may have thousands of faults of one kind; more than this helps nobody. */
const MAX_PROBLEMS = 50;

/**
 * Reads a scenario file that has been parsed as JSON: checks it, fills in what may be left out (`mode`, relevance by
 * role, colours, patterns, order) and drops members that it does not know. Or says what is wrong, where, and what to do.
 */
export function parseScenarioFile(input: unknown): ParsedScenario {
  if (!isRecord(input)) {
    return {
      scenario: null,
      problems: [{ field: "", message: "Write a JSON object with the members of the format." }],
    };
  }
  const result = v.safeParse(ScenarioFile, input, { abortPipeEarly: true });
  if (!result.success) {
    const problems = result.issues.map((issue) => ({ field: pathOf(issue.path), message: issue.message }));
    return { scenario: null, problems: problems.slice(0, MAX_PROBLEMS) };
  }
  const problems = checkScenario(result.output);
  if (problems.length > 0) return { scenario: null, problems: problems.slice(0, MAX_PROBLEMS) };
  return { scenario: normalise(result.output), problems: [] };
}

function normalise(file: ScenarioFile): Scenario {
  const { indicators, propositions, relevance, stateValues, horizons, codedOn, ...rest } = file;
  return {
    registration: {
      ...rest,
      ...(codedOn === undefined ? {} : { codedOn }),
      horizons,
      indicators: indicators.map((line, i) => normaliseIndicator(line, i, relevance, stateValues)),
    },
    propositions: propositions.map(({ evidence: _evidence, outcome: _outcome, ...proposition }) => proposition),
    evidence: Object.fromEntries(propositions.map(({ id, evidence }) => [id, evidence])),
    outcomes: Object.fromEntries(propositions.map(({ id, outcome }) => [id, outcome])),
  };
}

function normaliseIndicator(
  line: IndicatorLine,
  i: number,
  relevance: Record<Role, number>,
  stateValues: Record<string, number>,
): Indicator {
  const { states, fullScale, ...rest } = line;
  const indicator: Indicator = {
    ...rest,
    relevance: line.role === "context" ? 0 : (line.relevance ?? relevance[line.role]),
    unit: line.unit ?? (line.kind === "state" ? "state" : "points"),
    order: line.order ?? i + 1,
    colour: line.colour ?? PALETTE[i % PALETTE.length] ?? PALETTE[0],
    pattern: line.pattern ?? patternOf(line.role),
  };
  if (line.kind === "event") return indicator;
  const levels = (states ?? []).map((state) => ({ ...state, value: state.value ?? stateValues[state.key] ?? 0 }));
  return { ...indicator, states: levels, fullScale };
}

function patternOf(role: Role): (typeof PATTERNS)[number] {
  if (role === "direct") return "solid";
  return role === "driver" ? "hatched" : "outline";
}

/** ["indicators", 2, "codebook", 0, "score"] -> "indicators[2].codebook[0].score" */
function pathOf(path: readonly { key: unknown }[] | undefined): string {
  return (path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
