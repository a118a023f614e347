/** Texts that would do harm if any page took them for markup, an address or a turn of the line. */

/** Whatever becomes an element is found by its name, whatever runs by what it leaves on the window. */
const MARKUP = [
  "<x-bad>in</x-bad>",
  "<img src=x onerror=window.ran=1>",
  "<svg/onload=window.ran=1>",
  "</script><script>window.ran=1</script>",
  '"><x-bad autofocus onfocus=window.ran=1 tabindex=1>',
  "'-alert(1)-'",
  "</title></textarea></style><x-bad>",
  "<!-- <x-bad> --!>",
  "]]><x-bad>",
  "&lt;x-bad&gt;&#60;x-bad&#62;&quot;",
  '<a href="javascript:window.ran=1">j</a>',
  '<iframe srcdoc="<script>parent.ran=1</script>">',
  '<base href="https://evil.example/"><x-bad style="position:fixed">',
  '<link rel=stylesheet href="//evil.example/a.css">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action="//evil.example"><button>',
  "javascript:window.ran=1",
  "data:text/html,<script>window.ran=1</script>",
  "\\u003cx-bad\\u003e${alert(1)}{{alert(1)}}",
];

/** Marks that turn a line, open or close a part of it, or hide in it; and letters that run the other way. */
const TURNS = [
  "\u202egnp.exe",
  "\u2066\u2067mark",
  "\u2068\u2069\u2069",
  "\u200f\u200e",
  "\u202a\u202b\u202c\u202d",
  "\u05e9\u05dc\u05d5\u05dd (3) >",
  "\u0639\u062f\u0627\u0644\u062a",
  "\u200b\u200d\u2060\ufeff",
  "e\u0301\u0332\u0333\u033f\u0489",
];

const LONG = ["W".repeat(120), "mmmmmmmmm/".repeat(9), "\u4e2d".repeat(60)];

/** Numbers that look random and are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Gives another harmful text at each call: markup, a turn and often a very long word, and the name of its field. */
export function harm(seed = 7): (field: string, limit?: number) => string {
  const random = seeded(seed);
  let turn = 0;
  const next = (all: string[]) => all[Math.floor(random() * all.length)] ?? "";
  return (field, limit = 300) => {
    // In order, so that every markup is used however few texts there are.
    const markup = MARKUP[turn++ % MARKUP.length] ?? "";
    const long = random() < 0.4 ? ` ${next(LONG)}` : "";
    const text = `${next(TURNS)} ${field} ${turn} ${markup} ${next(MARKUP)}${next(TURNS)}${long}`;
    return Array.from(text).slice(0, limit).join("");
  };
}

/** Addresses that are let through because they begin with http, and must stay where they are put. */
export const SOURCE_URLS = [
  'https://example.org/"><x-bad/onmouseover=window.ran=1>',
  "http://example.org/?a=<x-bad>&b=javascript:window.ran=1#'\"",
  `https://example.org/${"long-word".repeat(30)}`,
  "https://example.org/\u202egnp.exe",
];

/** As they might stand in a path or a query. */
export const IN_ADDRESSES = [
  "<x-bad>",
  '"><img src=x onerror=window.ran=1>',
  "</script><script>window.ran=1</script>",
  "javascript:window.ran=1",
  "\u202egnp.exe",
  "W".repeat(300),
].map((text) => encodeURIComponent(text));
