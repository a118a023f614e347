import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Addresses that news of a scenario is sent to. */
export const webhooks = sqliteTable(
  "webhooks",
  {
    id: text("id").primaryKey(),
    scenario: text("scenario").notNull(),
    url: text("url").notNull(),
    /** JSON list of HappeningKind. */
    kinds: text("kinds").notNull(),
    /** Keys the HMAC of what is sent. Stored as it is: a signature cannot be made with a hash of it. */
    secret: text("secret").notNull(),
    /** Where this Signpost was asked for when it was added: the schedule knows no address of its own. */
    origin: text("origin").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("webhooks_scenario").on(t.scenario)],
);

/** `before`: happened before the webhook was added, and is never sent. `gone`: no longer so when its turn came. */
export const DELIVERY_STATES = ["before", "waiting", "delivered", "failed", "gone"] as const;

/** One happening for one webhook; what it says is made when it is sent. */
export const webhookDeliveries = sqliteTable(
  "webhook_deliveries",
  {
    webhook: text("webhook").notNull(),
    /** Key of the happening. */
    key: text("key").notNull(),
    state: text("state", { enum: DELIVERY_STATES }).notNull(),
    tries: integer("tries").notNull(),
    /** Epoch milliseconds: not before; while it is being sent, when another run may take it over. */
    nextAt: integer("next_at").notNull(),
    changedAt: integer("changed_at").notNull(),
    /** What came of the last try, in words. */
    said: text("said").notNull(),
  },
  (t) => [primaryKey({ columns: [t.webhook, t.key] }), index("webhook_deliveries_due").on(t.webhook, t.nextAt)],
);
