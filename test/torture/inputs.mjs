// Generated inputs: soup of a door's own words, real inputs that are torn and mended wrongly, and now and then a very long one.

/** A generator of numbers that is the same for the same seed (mulberry32, T. Ettinger, public domain). */
export const random = (seed) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound) => Math.floor(next() * bound);
  return { next, below, pick: (list) => list[below(list.length)] };
};

const ODD = [
  "\u0000",
  "\u001b[2J",
  "\u202e",
  "\ud83d",
  "\ufeff",
  "\u0301",
  "\r\n",
  "\r",
  "\t",
  "\\",
  '"',
  "'",
  "`",
  "{env:PATH}",
  "__proto__",
  "constructor",
  "toString",
  "../",
  "%00",
  "%",
  "&#0;",
  "&#x110000;",
  "&amp;",
  "&lt;",
  "-1",
  "1e999",
  "NaN",
  "null",
  "9".repeat(40),
  "=1+1",
  "javascript:",
  "<!--",
  "]]>",
  "--",
  ";",
  ":",
  ",",
  "*",
  "$",
  "#",
  "\u{1F600}",
  "ﬁ",
  "İ",
];

const LONG_IN = 400;
const LONGEST = 60_000;

const soup = (dice, words) => {
  const parts = [];
  for (let left = dice.below(40); left >= 0; left -= 1)
    parts.push(dice.next() < 0.8 ? dice.pick(words) : dice.pick(ODD));
  return parts.join(dice.pick(["", "", " ", "\n"]));
};

/** One change to a text: cut, doubled, put in, put elsewhere, or ended early. */
const torn = (dice, text, words) => {
  const at = dice.below(text.length + 1);
  const to = Math.min(text.length, at + dice.below(60));
  switch (dice.below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at);
    case 2:
      return text.slice(0, at) + dice.pick(words) + text.slice(at);
    case 3:
      return text.slice(0, at) + dice.pick(ODD) + text.slice(to);
    case 4:
      return text.slice(to) + text.slice(0, at);
    default:
      return dice.next() < 0.2
        ? text.slice(0, at)
        : text.slice(0, at) + dice.pick(ODD).repeat(dice.below(30)) + text.slice(at);
  }
};

/** The next input of a door: `words` are what it reads, `seeds` whole inputs that it takes. */
export const inputOf = (dice, { words, seeds }) => {
  if (dice.below(LONG_IN) === 0) {
    const unit = dice.pick(words) + (dice.next() < 0.5 ? dice.pick(words) : "");
    return unit.repeat(Math.ceil(dice.below(LONGEST) / Math.max(1, unit.length)));
  }
  if (seeds.length === 0 || dice.next() < 0.5) return soup(dice, words);
  let text = dice.pick(seeds);
  for (let left = 1 + dice.below(8); left > 0; left -= 1) text = torn(dice, text, words);
  return text;
};
