/** What the pages of people and of one's own access ask of the server. */
import type {
  ApiKey,
  ApiPerson,
  ApiSession,
  EndedSessions,
  Invited,
  MadeKey,
} from "../../worker/contract/people-types";
import type { PersonChangeInput } from "../../worker/contract/people-requests";
import { api } from "../lib/api";

const at = (path: string, id: string): string => `/${path}/${encodeURIComponent(id)}`;

export const loadPeople = async (): Promise<ApiPerson[]> =>
  (await api<{ people: ApiPerson[] }>("GET", "/people")).people;
export const loadKeys = async (): Promise<ApiKey[]> => (await api<{ keys: ApiKey[] }>("GET", "/keys")).keys;
export const loadSessions = async (): Promise<ApiSession[]> =>
  (await api<{ sessions: ApiSession[] }>("GET", "/sessions")).sessions;

export const invitePerson = (body: object): Promise<Invited> => api("POST", "/people", { body });
export const inviteAgain = (id: string): Promise<Invited> => api("POST", `${at("people", id)}/invite`);
export const changePerson = (id: string, body: PersonChangeInput): Promise<ApiPerson> =>
  api("PATCH", at("people", id), { body });
export const makeKey = (body: { label: string; person: string }): Promise<MadeKey> => api("POST", "/keys", { body });
export const revokeKey = (id: string): Promise<ApiKey> => api("DELETE", at("keys", id));
export const endSession = (id: string): Promise<EndedSessions> => api("DELETE", at("sessions", id));
export const endOtherSessions = (): Promise<EndedSessions> => api("DELETE", "/sessions");
