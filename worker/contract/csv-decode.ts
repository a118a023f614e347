import type { MessageKind } from "./messages";

export type Decoded =
  | { text: string; wasUtf16: boolean; problem: null }
  | { text: null; problem: { kind: MessageKind; text: string } };

const HOW_TO_SAVE =
  'Save it as UTF-8 and try again: in Excel "Save as", "CSV UTF-8 (comma delimited)"; in LibreOffice "Save as", ' +
  '"Text CSV", character set "Unicode (UTF-8)".';

/** UTF-8 with or without a mark, UTF-16 only with one (ruling 34). Anything else is refused and its likely name given. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return refuse("unreadable", `This is an Excel or OpenDocument workbook, not a CSV file. ${HOW_TO_SAVE}`);
  }
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return wrongEncoding("UTF-32");
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes.subarray(2));
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(swapPairs(bytes.subarray(2)));
  if (looksLikeUtf16(bytes)) return wrongEncoding("UTF-16 without a byte order mark");
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes),
      wasUtf16: false,
      problem: null,
    };
  } catch {
    return wrongEncoding(likelyEncoding(bytes));
  }
}

function decodeUtf16(littleEndian: Uint8Array): Decoded {
  try {
    const text = new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }).decode(littleEndian);
    return { text, wasUtf16: true, problem: null };
  } catch {
    return refuse("bad-encoding", `The file has a UTF-16 mark but is cut off or damaged. ${HOW_TO_SAVE}`);
  }
}

function wrongEncoding(name: string): Decoded {
  return refuse("bad-encoding", `The file is not UTF-8; it looks like ${name}. ${HOW_TO_SAVE}`);
}

function refuse(kind: MessageKind, text: string): Decoded {
  return { text: null, problem: { kind, text } };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = bytes.slice();
  for (let i = 0; i + 1 < swapped.length; i += 2) {
    swapped[i] = bytes[i + 1] ?? 0;
    swapped[i + 1] = bytes[i] ?? 0;
  }
  return swapped;
}

/** Latin text in UTF-16 has a zero in every other byte, which is also valid UTF-8; one NUL in a cell is not that. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 200);
  return head.length >= 4 && head.filter((byte) => byte === 0).length * 4 > head.length;
}

/** A guess for the message only. Cyrillic words are runs of high bytes; accents in Latin text stand alone. */
function likelyEncoding(bytes: Uint8Array): string {
  let high = 0;
  let inRuns = 0;
  let windows = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (byte < 0xa0) windows = true;
    if ((bytes[i - 1] ?? 0) >= 0xc0 && byte >= 0xc0) inRuns++;
  }
  if (inRuns * 2 > high) return "Windows-1251 (Cyrillic)";
  return windows ? "Windows-1252 (Western European)" : "ISO-8859-1 (Latin-1)";
}
