/** Events as the API answers them. */
import * as v from "valibot";
import { AMOUNT_SCOPES, CREDIBILITIES, EVENT_REVIEWS, JUDGEMENTS, RELIABILITIES } from "../../core/types";
import { Day, Flag, Instant, Month, OrNull, Real, Revision, Text, ValidDate, Whole } from "./parts";

const Grade = {
  sourceReliability: v.picklist(RELIABILITIES),
  infoCredibility: v.picklist(CREDIBILITIES),
};
const Said = { by: Text, recordedAt: Instant, revision: Revision };

export const Event = v.object({
  id: Text,
  ref: Text,
  version: Whole,
  status: v.picklist(["active", "retracted"]),
  date: ValidDate,
  indicator: Text,
  code: OrNull.text,
  state: OrNull.text,
  title: Text,
  score: Real,
  scoreReason: Text,
  amountUsd: OrNull.real,
  amountScope: v.nullable(v.picklist(AMOUNT_SCOPES)),
  project: Text,
  plannedFor: v.nullable(ValidDate),
  actors: v.array(Text),
  location: Text,
  sourceTitle: Text,
  sourceUrl: Text,
  sourcePublished: v.nullable(ValidDate),
  ...Grade,
  notes: Text,
  follows: OrNull.text,
  quote: Text,
  weight: Real,
  points: Real,
  review: v.picklist(EVENT_REVIEWS),
  ...Said,
});

export const Report = v.object({
  number: Whole,
  sourceTitle: Text,
  sourceUrl: Text,
  sourcePublished: v.nullable(ValidDate),
  ...Grade,
  quote: Text,
  ...Said,
});

export const ExportedEvent = v.object({ ...Event.entries, reports: v.array(Report) });
export const EventsFile = v.object({ revision: Revision, events: v.array(ExportedEvent) });
export const SavedEvent = v.object({ ...Event.entries, countsFrom: v.nullable(Instant) });
export const LoggedEvent = v.object({ ...SavedEvent.entries, also: v.array(Event) });

export const EventPage = v.object({
  events: v.array(Event),
  nextCursor: OrNull.text,
  revision: Revision,
  total: v.optional(OrNull.whole),
});

const Version = v.object({
  version: Whole,
  op: v.picklist(["record", "correct", "retract"]),
  reason: Text,
  event: Event,
  ...Said,
});

export const Redaction = v.object({ fields: v.array(Text), reason: Text, ...Said });
export const EventHistory = v.object({ versions: v.array(Version), redactions: v.array(Redaction) });

export const Review = v.object({
  judgement: v.picklist(JUDGEMENTS),
  ...Grade,
  comment: Text,
  blind: Flag,
  eventVersion: Whole,
  ...Said,
});

export const Comment = v.object({ number: Whole, text: Text, recordedAt: Instant, by: Text, mine: Flag });

const ThreadStep = v.object({
  ref: Text,
  follows: OrNull.text,
  date: ValidDate,
  title: Text,
  indicator: Text,
  code: OrNull.text,
  state: OrNull.text,
  plannedFor: v.nullable(ValidDate),
  status: v.picklist(["active", "retracted"]),
});

const EvidenceFor = v.object({ proposition: Text, question: Text, likelihoodRatio: Text, rivalExplanation: Text });

export const EventLife = v.object({
  reports: v.array(Report),
  thread: v.array(ThreadStep),
  evidenceFor: v.array(EvidenceFor),
  reviews: v.array(Review),
  comments: v.array(Comment),
  redactions: v.array(Redaction),
  mayReview: Flag,
});

/** How an event stands after somebody looked at it, or took that back. */
export const Standing = v.object({ review: v.picklist(EVENT_REVIEWS), event: Event });
export const ReviewAnswer = v.object({
  judgement: v.picklist(JUDGEMENTS),
  ...Standing.entries,
  first: v.object(Grade),
});

const SimilarEvent = v.object({ event: Event, likeness: v.picklist(["likely", "related"]), why: Text });
export const SimilarAnswer = v.object({ similar: v.array(SimilarEvent) });
export const SourceHint = v.object({
  site: Text,
  sourceReliability: v.nullable(v.picklist(RELIABILITIES)),
  sourceTitle: Text,
});
export const ProjectsAnswer = v.object({ projects: v.array(Text) });

const EventList = v.object({ count: Whole, events: v.array(Event) });
export const Week = v.object({
  unreviewed: EventList,
  disputed: EventList,
  openThreads: v.array(v.object({ ref: Text, date: ValidDate, title: Text, indicator: Text, plannedFor: ValidDate })),
  dueClaims: v.array(v.object({ id: Text, question: Text, deadline: Day, days: Whole })),
  unlookedMonths: v.array(Month),
  lastMonth: v.object({ month: Month, closed: Flag }),
  revision: Revision,
});
