/** A scenario's checks and indicators for the form of a new event, read from the shipped file. */
import { readFileSync } from "node:fs";
import { parseScenarioFile } from "../../../../worker/contract/registration";
import type { Registration } from "../../../../worker/core/types";
import type { ViewIndicator } from "../../../../worker/core/view-types";
import { emptyValues } from "../../../../web/forms/values";
import { LOG_FIELDS } from "../../../../web/log/log-values";
import type { LogValues } from "../../../../web/log/log-values";
import { daysOn } from "../forms/samples";

const file = `${import.meta.dirname}/../../../../scenarios/pakistan-russia-2012/scenario.json`;
const { scenario } = parseScenarioFile(JSON.parse(readFileSync(file, "utf8")));
if (!scenario) throw new Error("The shipped scenario cannot be read");

export const registration: Registration = scenario.registration;
export const indicators: ViewIndicator[] = registration.indicators.map((indicator) => ({
  states: [],
  fullScale: null,
  spans: [],
  countsByYear: [],
  amounts: [],
  ...indicator,
}));
export const DAYS = daysOn("2026-01-01");

export function indicatorOf(key: string): ViewIndicator {
  const found = indicators.find((one) => one.key === key);
  if (!found) throw new Error(`The shipped scenario has no ${key}`);
  return found;
}

export const blank: LogValues = {
  ...emptyValues(),
  ...(Object.fromEntries(LOG_FIELDS.map((name) => [name, ""])) as LogValues),
};

/** A minister's visit as somebody would log it. */
export const visit: LogValues = {
  ...blank,
  indicator: "visit",
  code: "minister_visit_held",
  title: "Lavrov in Islamabad",
  date: "4 oct 2012",
  actors: "RUS; PAK",
  location: "Islamabad",
  sourceTitle: "Lavrov meets Zardari (Dawn)",
  sourceUrl: "https://www.dawn.com/news/1",
  sourceReliability: "B",
  infoCredibility: "2",
  quote: "We are friends.",
  notes: "By air.",
};
