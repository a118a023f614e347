/** Events as analysts would log them, made by counting: the same number always gives the same event. */

const FIRST_YEAR = 2010;
const MONTHS = 16 * 12;
/** State changes follow the world, not the diligence of analysts: as many at any size. */
const STATE_CHANGES = 24;
const RELIABILITIES = ["A", "B", "C", "D"];

/**
 * What there is to log in a scenario: its states and its codes.
 * @param {any} registration
 */
export function choicesOf({ indicators }) {
  return {
    states: indicators.filter(({ kind }) => kind === "state"),
    codes: indicators.flatMap(({ key, codebook }) => codebook.map((entry) => [key, entry.key])),
  };
}

/**
 * The `number`th event of a scenario, as `EventContent`: every indicator and code in turn, each in every month of 16
 * years, one in five with an amount, one in fifty dated to the month only.
 * @param {ReturnType<typeof choicesOf>} choices @param {number} number counted from 0
 */
export function eventContent(choices, number) {
  const round = Math.floor(number / choices.codes.length);
  const months = (round * 13 + number * 29) % MONTHS;
  const month = `${FIRST_YEAR + Math.floor(months / 12)}-${pad((months % 12) + 1)}`;
  const hasAmount = number % 5 === 0;
  return {
    date: number % 50 === 7 ? month : `${month}-${pad(((number * 11) % 28) + 1)}`,
    ...what(choices, number),
    title: `Ministers of both states meet for the talks that were announced as round ${number}`,
    score10: null,
    scoreReason: "",
    amountCents: hasAmount ? 1_000_000 * ((number % 900) + 1) : null,
    amountScope: hasAmount ? "contract" : null,
    project: "",
    plannedFor: null,
    actors: ["PAK", "RUS"],
    location: "Islamabad, Pakistan",
    sourceTitle: `Joint statement after the talks, number ${number}`,
    sourceUrl: `https://paper.example/archive/statements/${number}`,
    sourcePublished: null,
    sourceReliability: RELIABILITIES[number % RELIABILITIES.length],
    infoCredibility: ((number * 7) % 6) + 1,
    notes: "The day is from the agency's report of the following morning; the joint text has no date.",
    follows: null,
    quote: "",
  };
}

/** The first few are changes of the state indicators, the rest events with a code. */
function what({ states, codes }, number) {
  if (isState({ states }, number)) {
    const { key, states: levels } = states[number % states.length];
    return { indicator: key, code: null, state: levels[number % levels.length].key };
  }
  const [indicator, code] = codes[(number * 7) % codes.length];
  return { indicator, code, state: null };
}

/** Whether the `number`th event is a change of a state. */
export function isState({ states }, number) {
  return states.length > 0 && number < STATE_CHANGES;
}

/** @param {number} number */
function pad(number) {
  return String(number).padStart(2, "0");
}

/**
 * An import file of `count` new events without references, from the `first`th on.
 * @param {ReturnType<typeof choicesOf>} choices @param {number} first @param {number} count
 */
export function importFile(choices, first, count) {
  const columns = {
    date: "date",
    indicator: "indicator",
    code: "code",
    title: "title",
    location: "location",
    source_title: "sourceTitle",
    source_url: "sourceUrl",
    source_reliability: "sourceReliability",
    info_credibility: "infoCredibility",
    notes: "notes",
  };
  const rows = Array.from({ length: count }, (_, index) => {
    const content = eventContent(choices, first + index);
    return [...Object.values(columns).map((member) => `"${content[member]}"`), content.actors.join(";")].join(",");
  });
  return [[...Object.keys(columns), "actors"].join(","), ...rows].join("\n");
}
