import type { EventContent } from "../core/types";

type ContentMember = keyof EventContent;

/** The content alone, without what a logged event has beside it, its members in a fixed order. */
function canonicalContent(content: EventContent): EventContent {
  return {
    date: content.date,
    indicator: content.indicator,
    code: content.code,
    state: content.state,
    title: content.title,
    score10: content.score10,
    scoreReason: content.scoreReason,
    amountCents: content.amountCents,
    amountScope: content.amountScope,
    project: content.project,
    plannedFor: content.plannedFor,
    actors: [...content.actors],
    location: content.location,
    sourceTitle: content.sourceTitle,
    sourceUrl: content.sourceUrl,
    sourcePublished: content.sourcePublished,
    sourceReliability: content.sourceReliability,
    infoCredibility: content.infoCredibility,
    notes: content.notes,
    follows: content.follows,
    quote: content.quote,
  };
}

/** One text for one content: two contents are the same exactly if their texts are. */
export function contentKey(content: EventContent): string {
  return JSON.stringify(canonicalContent(content));
}

/** The members in which two contents differ, in canonical order. */
export function changedMembers(a: EventContent, b: EventContent): ContentMember[] {
  return memberNames(canonicalContent(a)).filter((member) => JSON.stringify(a[member]) !== JSON.stringify(b[member]));
}

function memberNames(content: EventContent): ContentMember[] {
  return Object.keys(content).filter((name): name is ContentMember => name in content);
}
