/** People with their keys and sessions. */
import * as v from "valibot";
import { ROLE_NAMES } from "../people-requests";
import { Flag, Instant, OrNull, Text, Whole } from "./parts";

export const Person = v.object({
  id: Text,
  name: Text,
  role: v.picklist(ROLE_NAMES),
  email: OrNull.text,
  byAccess: Flag,
  createdAt: Instant,
  lastSeenAt: v.nullable(Instant),
  disabledAt: v.nullable(Instant),
  invitedUntil: v.nullable(Instant),
  keys: Whole,
  sessions: Whole,
  me: Flag,
});
export const PeopleAnswer = v.object({ people: v.array(Person) });
export const Invited = v.object({ person: Person, url: Text, expiresAt: Instant });

export const AccessKey = v.object({
  id: Text,
  label: Text,
  person: Text,
  name: Text,
  createdAt: Instant,
  lastUsedAt: v.nullable(Instant),
  revokedAt: v.nullable(Instant),
});
export const KeysAnswer = v.object({ keys: v.array(AccessKey) });
export const MadeKey = v.object({ ...AccessKey.entries, key: Text });

export const Session = v.object({
  id: Text,
  person: Text,
  name: Text,
  agent: Text,
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: v.nullable(Instant),
  current: Flag,
});
export const SessionsAnswer = v.object({ sessions: v.array(Session) });
export const EndedSessions = v.object({ ended: Whole });
