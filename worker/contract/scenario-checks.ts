import type { IndicatorLine, ScenarioFile } from "./scenario-schema";

/** Something wrong in a scenario file: where, and what to do. */
export interface ScenarioProblem {
  /** Path in the file, such as `indicators[2].codebook[0].score`; "" for the file as a whole. */
  field: string;
  message: string;
}

/** What cannot be seen from one member alone: doubled keys, dates in the wrong order, names of things not there. */
export function checkScenario(file: ScenarioFile): ScenarioProblem[] {
  const indicatorKeys = new Set(file.indicators.map((indicator) => indicator.key));
  return [
    ...doubled(file.indicators, "key", (i) => `indicators[${i}].key`),
    ...doubled(file.horizons, "key", (i) => `horizons[${i}].key`),
    ...doubled(file.propositions, "id", (i) => `propositions[${i}].id`),
    ...file.indicators.flatMap((indicator, i) => checkIndicatorLine(indicator, `indicators[${i}]`, file.stateValues)),
    ...file.horizons.flatMap(({ until }, i) =>
      until === null || until > file.registeredOn.slice(0, 7)
        ? []
        : [{ field: `horizons[${i}].until`, message: "Choose a month after the month of registration, or null." }],
    ),
    ...file.propositions.flatMap((proposition, i) => [
      ...proposition.indicators.flatMap((key, j) =>
        indicatorKeys.has(key)
          ? []
          : [{ field: `propositions[${i}].indicators[${j}]`, message: `There is no indicator ${key}. Use its key.` }],
      ),
      ...(proposition.basis === "added" && proposition.addedOn === null
        ? [{ field: `propositions[${i}].addedOn`, message: "Give the day on which this proposition was added." }]
        : []),
      ...checkDeadline(proposition, file.registeredOn, `propositions[${i}].deadline`),
    ]),
  ];
}

/** Of what is settled the outcome may have come long before; what is open has a chance only from its first day on. */
function checkDeadline(
  { deadline, addedOn, outcome }: ScenarioFile["propositions"][number],
  registeredOn: string,
  field: string,
): ScenarioProblem[] {
  const start = addedOn ?? registeredOn;
  if (outcome.result !== "open" || deadline >= start) return [];
  return [
    {
      field,
      message: `An open claim needs a deadline on ${start}, the day from which it is watched, or later. Or give its outcome.`,
    },
  ];
}

function checkIndicatorLine(
  indicator: IndicatorLine,
  path: string,
  stateValues: Record<string, number>,
): ScenarioProblem[] {
  const problems = [
    ...doubled(indicator.codebook, "key", (i) => `${path}.codebook[${i}].key`),
    ...doubled(indicator.states ?? [], "key", (i) => `${path}.states[${i}].key`),
  ];
  if (indicator.role === "context" && (indicator.relevance ?? 0) !== 0) {
    problems.push({ field: `${path}.relevance`, message: "Context earns no points: write 0, or leave it out." });
  }
  if (indicator.kind === "event") {
    if (indicator.codebook.length === 0) {
      problems.push({ field: `${path}.codebook`, message: "Add the codes that can be logged, each with its score." });
    }
    return problems;
  }
  if (indicator.states === undefined || indicator.states.length === 0) {
    problems.push({ field: `${path}.states`, message: "Add the states that it can be in, each with its value." });
  }
  if (indicator.fullScale === undefined) {
    problems.push({ field: `${path}.fullScale`, message: "Give the points a month that the highest state earns." });
  }
  (indicator.states ?? []).forEach((state, i) => {
    if (state.value !== undefined || Object.hasOwn(stateValues, state.key)) return;
    problems.push({ field: `${path}.states[${i}].value`, message: "Give its share of the full scale, from 0 to 1." });
  });
  return problems;
}

function doubled<Name extends string>(
  items: readonly Record<Name, string>[],
  name: Name,
  fieldOf: (i: number) => string,
): ScenarioProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, i) => {
    const value = item[name];
    const again = seen.has(value);
    seen.add(value);
    return again ? [{ field: fieldOf(i), message: `${value} is there twice. Choose another one.` }] : [];
  });
}
