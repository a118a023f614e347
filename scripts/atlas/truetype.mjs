/** Reads outlines out of a TrueType font: just enough of the format for the fonts that the packaged Chromium brings. */

/** @typedef {{ x: number, y: number, on: boolean }} Point @typedef {{ advance: number, contours: Point[][] }} Glyph */

/**
 * @param {Buffer} font
 * @returns {{ unitsPerEm: number, glyphOf: (code: number) => Glyph | null }} null where the font lacks the character
 */
export function readTrueType(font) {
  const table = tablesOf(font);
  const head = table("head");
  const [hhea, hmtx] = [table("hhea"), table("hmtx")];
  const metrics = hhea.readUInt16BE(34);
  const [glyf, loca] = [table("glyf"), table("loca")];
  const long = head.readInt16BE(50) === 1;
  const at = (id) => (long ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2);
  const contoursOf = (id) => {
    const data = glyf.subarray(at(id), at(id + 1));
    if (data.length === 0) return [];
    return data.readInt16BE(0) < 0 ? compound(data, contoursOf) : simple(data);
  };
  const idOf = characterMap(table("cmap"));
  return {
    unitsPerEm: head.readUInt16BE(18),
    glyphOf: (code) => {
      const id = idOf(code);
      if (id === 0) return null;
      return { advance: hmtx.readUInt16BE(Math.min(id, metrics - 1) * 4), contours: contoursOf(id) };
    },
  };
}

function tablesOf(font) {
  const found = new Map();
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
    const start = font.readUInt32BE(entry + 8);
    const name = font.toString("latin1", entry, entry + 4);
    found.set(name, font.subarray(start, start + font.readUInt32BE(entry + 12)));
  }
  return (name) => {
    const table = found.get(name);
    if (!table) throw new Error(`The font has no table ${name}`);
    return table;
  };
}

/** Format 4, Unicode's first 65,536 characters. */
function characterMap(cmap) {
  const formats = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.readUInt32BE(4 + n * 8 + 4));
  const start = formats.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error("The font has no character map of format 4");
  const map = cmap.subarray(start);
  const size = map.readUInt16BE(6);
  return (code) => {
    for (let n = 0; n < size; n += 2) {
      if (map.readUInt16BE(14 + n) < code) continue;
      const [first, delta] = [map.readUInt16BE(16 + size + n), map.readUInt16BE(16 + size * 2 + n)];
      const place = 16 + size * 3 + n;
      const range = map.readUInt16BE(place);
      if (code < first) return 0;
      if (range === 0) return (code + delta) & 0xffff;
      const id = map.readUInt16BE(place + range + (code - first) * 2);
      return id === 0 ? 0 : (id + delta) & 0xffff;
    }
    return 0;
  };
}

/** @returns {Point[][]} */
function simple(data) {
  const count = data.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, n) => data.readUInt16BE(10 + n * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + data.readUInt16BE(at);
  const flags = [];
  while (flags.length < points) {
    const flag = data[at++];
    const times = flag & 8 ? data[at++] + 1 : 1;
    for (let n = 0; n < times; n += 1) flags.push(flag);
  }
  const along = (short, same) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? data[at++] : -data[at++];
      else if (!(flag & same)) {
        value += data.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = along(2, 16);
  const ys = along(4, 32);
  const all = flags.map((flag, n) => ({ x: xs[n], y: ys[n], on: (flag & 1) === 1 }));
  return ends.map((end, n) => all.slice(n === 0 ? 0 : ends[n - 1] + 1, end + 1));
}

/** A letter with its accent; scaled parts are not needed and refused. */
function compound(data, contoursOf) {
  const contours = [];
  let at = 10;
  for (let more = true; more;) {
    const [flags, part] = [data.readUInt16BE(at), data.readUInt16BE(at + 2)];
    if ((flags & 0b1100_1000) !== 0 || !(flags & 2)) throw new Error("A part of a glyph is scaled or tied to a point");
    const [dx, dy] =
      flags & 1 ? [data.readInt16BE(at + 4), data.readInt16BE(at + 6)] : [data.readInt8(at + 4), data.readInt8(at + 5)];
    contours.push(...contoursOf(part).map((line) => line.map(({ x, y, on }) => ({ x: x + dx, y: y + dy, on }))));
    at += flags & 1 ? 8 : 6;
    more = (flags & 32) !== 0;
  }
  return contours;
}
