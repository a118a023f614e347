/** What the sections of an event's page share. */
import type { PageData } from "../../worker/contract/page";
import type { ApiEvent, ApiReview, EventLife, EventVersion } from "../../worker/contract/api-types";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";

export interface Dossier {
  page: PageData;
  view: ScenarioView;
  event: ApiEvent;
  /** Newest first. */
  versions: EventVersion[];
  life: EventLife;
  /** Missing where a later registration dropped it. */
  indicator: ViewIndicator | undefined;
  /** The API's path of the event. */
  path: string;
  /** Whether the person may write here. */
  writes: boolean;
  /** The grade is folded away until the person has reviewed this version, or asked to see it. */
  blind: boolean;
  /** Says what was done, a paragraph each, after everything is read again, under the heading with this id or at the top of the page. */
  onDone: (done: string | string[], where?: string) => void;
  /** Shows the grade to somebody who has not reviewed yet, for good. */
  onShowGrade: () => void;
}

/** The person's own review of the version that counts now. */
export function ownReview(
  { reviews }: Pick<EventLife, "reviews">,
  { version }: Pick<ApiEvent, "version">,
  { principal }: Pick<PageData, "principal">,
): ApiReview | undefined {
  return reviews.find(({ by, eventVersion }) => by === principal?.name && eventVersion === version);
}
