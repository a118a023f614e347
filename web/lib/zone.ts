/** Days and hours by the clock of whoever reads; the platform's formats, which keep charts waiting, are not asked. */
import { endLabel, type OffsetAt } from "../../worker/core/moments";

/** The zone that the reader's computer is set to. */
export const readersZone: OffsetAt = (instant) => -new Date(instant).getTimezoneOffset();

/**
 * Until when a link can be read; "" where it has no end.
 *
 * @example readableUntil(Date.parse("2026-12-01T08:00:00Z"), () => -480)
 * // "It can be read until the end of 30 November 2026 (UTC-8)."
 */
export function readableUntil(expiresAt: number | null, zone: OffsetAt = readersZone): string {
  return expiresAt === null ? "" : `It can be read until ${endLabel(expiresAt, zone)}.`;
}
