/** What the API answers about people, access keys and sessions. Instants are epoch milliseconds. */
import type { AccessRoleName } from "./people-requests";

export interface ApiPerson {
  id: string;
  name: string;
  role: AccessRoleName;
  /** By which Cloudflare Access knows them; null for whoever signs in here. */
  email: string | null;
  /** Whether the address lets them in: Access stands before this Signpost. */
  byAccess: boolean;
  createdAt: number;
  /** Latest use of a key or session that is still known, to the hour; null if there is none. */
  lastSeenAt: number | null;
  /** Null while they may come in. */
  disabledAt: number | null;
  /** Until when their invitation can be accepted; null where none is open. */
  invitedUntil: number | null;
  /** How many keys and sessions open something now. */
  keys: number;
  sessions: number;
  /** Whether it is the caller. */
  me: boolean;
}

/** Answer to an invitation: the address is told this once. */
export interface Invited {
  person: ApiPerson;
  url: string;
  expiresAt: number;
}

export interface ApiKey {
  /** The first 16 hex digits of its SHA-256. */
  id: string;
  label: string;
  /** Id and name of whose key it is. */
  person: string;
  name: string;
  createdAt: number;
  /** To the hour; null if it was never used. */
  lastUsedAt: number | null;
  /** Null while it opens something. */
  revokedAt: number | null;
}

/** Answer to a new key: the key itself is told this once. */
export interface MadeKey extends ApiKey {
  key: string;
}

export interface ApiSession {
  /** The first 16 hex digits of its SHA-256. */
  id: string;
  person: string;
  name: string;
  /** Browser and system in words; "" where it did not say. */
  agent: string;
  createdAt: number;
  expiresAt: number;
  /** To the hour. */
  lastUsedAt: number | null;
  /** Whether the caller asks with it. */
  current: boolean;
}

/** Answer to the end of sessions. */
export interface EndedSessions {
  ended: number;
}
