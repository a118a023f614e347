/** One event and its indicators, as the API and the view give them; each test changes what it is about. */
import type { Days } from "../../../../web/lib/clock";
import type { ApiEvent } from "../../../../worker/contract/api-types";
import type { ViewIndicator } from "../../../../worker/core/view-types";

const shared = { description: "", colour: "#000000", pattern: "solid", countsByYear: [], amounts: [] };

export const meetings: ViewIndicator = {
  ...shared,
  key: "meetings",
  label: "Meetings",
  kind: "event",
  role: "direct",
  relevance: 1,
  fullScale: null,
  codebook: [
    { key: "minister", label: "Minister visits", score: 2.8, anchor: "", facets: { rank: "minister", step: "held" } },
    { key: "off", label: "Visit called off", score: -5, anchor: "", facets: { rank: "leader", step: "called off" } },
  ],
  states: [],
  spans: [],
};

export const route: ViewIndicator = {
  ...shared,
  key: "route",
  label: "Route",
  kind: "state",
  role: "driver",
  relevance: 0.25,
  fullScale: 4,
  codebook: [],
  states: [
    { key: "open", label: "Open", value: 0 },
    { key: "closed", label: "Closed", value: 1 },
  ],
  spans: [
    { state: "closed", from: "2011-11-26", to: "2012-07-02" },
    { state: "open", from: "2012-07-03", to: null },
  ],
};

export const event: ApiEvent = {
  id: "X-0001",
  ref: "X-0001",
  version: 1,
  status: "active",
  date: "2012-10-03",
  indicator: "meetings",
  code: "minister",
  state: null,
  title: "Lavrov in Islamabad",
  score: 2.8,
  scoreReason: "",
  amountUsd: null,
  amountScope: null,
  project: "",
  plannedFor: null,
  actors: ["PAK", "RUS"],
  location: "Islamabad",
  sourceTitle: "Dawn",
  sourceUrl: "https://example.org/1",
  sourcePublished: null,
  sourceReliability: "B",
  infoCredibility: 2,
  notes: "",
  quote: "",
  follows: null,
  weight: 0.75,
  points: 2.1,
  review: "unreviewed",
  recordedAt: 0,
  by: "Amina",
  revision: 1,
};

/** The days of a form where it is the same day everywhere. */
export const daysOn = (today: string): Days => ({ today, latest: today });
