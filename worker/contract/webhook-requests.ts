import * as v from "valibot";
import { HAPPENING_KINDS } from "../core/happenings";
import { WEBHOOK_URL_LIMIT } from "../core/webhook-url";
import { text } from "./schema-parts";

const Kinds = v.pipe(
  v.array(v.picklist(HAPPENING_KINDS, `Write ${HAPPENING_KINDS.join(" or ")}.`), "Write a list of kinds."),
  v.minLength(1, `Name at least one kind: ${HAPPENING_KINDS.join(", ")}.`),
  v.maxLength(HAPPENING_KINDS.length, "Name each kind once."),
);

/** The body of adding a webhook; whether its address may be used is for the core to say. */
export const WebhookInput = v.object({
  url: text({ limit: WEBHOOK_URL_LIMIT }),
  kinds: v.optional(Kinds, [...HAPPENING_KINDS]),
});
export type WebhookInput = v.InferOutput<typeof WebhookInput>;
