import { expectTypeOf, test } from "vitest";
import type { GenericSchema, InferOutput } from "valibot";
import type * as events from "../../../worker/contract/answers/events";
import type { ImportReport as ImportReportAnswer } from "../../../worker/contract/answers/imports";
import type * as links from "../../../worker/contract/answers/links";
import type * as months from "../../../worker/contract/answers/months";
import type * as webhooks from "../../../worker/contract/answers/webhooks";
import type * as people from "../../../worker/contract/answers/people";
import type * as scenarios from "../../../worker/contract/answers/scenarios";
import type * as status from "../../../worker/contract/answers/status";
import type { View } from "../../../worker/contract/answers/view";
import type * as api from "../../../worker/contract/api-types";
import type { ImportReport } from "../../../worker/contract/import-report";
import type * as link from "../../../worker/contract/link-types";
import type * as webhook from "../../../worker/contract/webhook-types";
import type * as person from "../../../worker/contract/people-types";
import type { RedactionAnswer } from "../../../worker/contract/redaction-requests";
import type { Status } from "../../../worker/contract/status-types";
import type { UndoAnswer, UndoOffer } from "../../../worker/contract/undo-requests";
import type { Registration } from "../../../worker/core/types";
import type { ScenarioView } from "../../../worker/core/view-types";

type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Key in keyof T]: Whole<T[Key]> }
    : T;
/** Whether two types have the same members, optional ones included. */
type Same<A, B> = (<T>() => T extends Whole<A> ? 1 : 2) extends <T>() => T extends Whole<B> ? 1 : 2 ? true : false;

/** Compiles only if a schema describes the very type that routes and pages share. */
type Described<Schema extends GenericSchema, Type> = Same<InferOutput<Schema>, Type>;

test("what answers are described as is what routes and pages take them for, member for member", () => {
  expectTypeOf<Described<typeof events.Event, api.ApiEvent>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.ExportedEvent, api.ExportedEvent>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.LoggedEvent, api.LoggedAnswer>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.EventPage, api.EventPage>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.Report, api.ApiReport>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.Review, api.ApiReview>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.Comment, api.ApiComment>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.Redaction, api.ApiRedaction>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.EventLife, api.EventLife>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.SourceHint, api.SourceHint>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof events.Week, api.Week>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof months.Note, api.ApiNote>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof months.Attestation, api.ApiAttestation>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.Link, link.Snapshot>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.MadeLink, link.MadeLink>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.ChangedLink, link.ChangedLink>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.LinkPreview, link.LinkPreview>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.LinkCorrection, link.LinkCorrection>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.ViewSignature, link.ViewSignature>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.SigningKey, link.SigningKey>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof links.Since, link.Since>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof webhooks.Webhook, webhook.Webhook>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof webhooks.MadeWebhook, webhook.MadeWebhook>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof webhooks.WebhookTest, webhook.WebhookTest>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof people.Person, person.ApiPerson>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof people.Invited, person.Invited>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof people.AccessKey, person.ApiKey>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof people.MadeKey, person.MadeKey>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof people.Session, person.ApiSession>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof people.EndedSessions, person.EndedSessions>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof status.StatusAnswer, Status>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof scenarios.Registration, Registration>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof scenarios.UndoOffer, UndoOffer>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof scenarios.UndoAnswer, UndoAnswer>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof scenarios.RedactionAnswer, RedactionAnswer>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof ImportReportAnswer, ImportReport>>().toEqualTypeOf<true>();
  expectTypeOf<Described<typeof View, ScenarioView>>().toEqualTypeOf<true>();
});
