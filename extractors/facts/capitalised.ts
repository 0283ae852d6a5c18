/** What a unit may be in a name: the capital that begins a word, a letter or dot of a region's name, and of a city's, whose names have more. */
const CAPITAL = 1;
const IN_REGION = 2;
const IN_CITY = 4;

/** By UTF-16 code unit; letters beyond them (surrogates) are in no name. */
const KIND = new Uint8Array(0x10000);
for (let code = 0; code < KIND.length; code++)
  if (/\p{L}/u.test(String.fromCharCode(code))) KIND[code] = IN_REGION | IN_CITY;
for (const mark of ".'’-") KIND[mark.charCodeAt(0)] = mark === "." ? IN_REGION | IN_CITY : IN_CITY;
for (const [first, last] of ["AZ", "ÀÞ"])
  for (let code = first!.charCodeAt(0); code <= last!.charCodeAt(0); code++) KIND[code] = KIND[code]! | CAPITAL;

const isA = (text: string, at: number, kind: number): boolean => (KIND[text.charCodeAt(at)]! & kind) !== 0;

/** Units of the longest and the shortest word of a name. */
const LONGEST = 21;
const SHORTEST = 2;
/** Words of the longest name. */
const MOST_WORDS = 4;

/** Where the capitalised word that begins at `from` ends; `from` for none. */
const wordEnd = (text: string, from: number, to: number): number => {
  if (!isA(text, from, CAPITAL)) return from;
  const limit = Math.min(to, from + LONGEST);
  let end = from + 1;
  while (end < limit && isA(text, end, IN_REGION)) end++;
  return end - from < SHORTEST ? from : end;
};

/** Small words inside the name of a region. */
const LINKS: readonly string[] = ["of", "and"];

const nextWordEnd = (text: string, from: number, to: number): number => {
  const link = LINKS.find((word) => text.startsWith(word, from) && from + word.length <= to);
  return link === undefined ? wordEnd(text, from, to) : from + link.length;
};

/** Where each of the capitalised words of a region's name ends that begins at `from`, up to four, parted by blanks. */
export const regionWordEnds = (text: string, from: number, to: number): number[] => {
  const ends: number[] = [];
  let at = from;
  for (let end = wordEnd(text, at, to); end > at; end = nextWordEnd(text, at, to)) {
    ends.push(end);
    if (ends.length === MOST_WORDS || text[end] !== " ") break;
    at = end + 1;
  }
  return ends;
};

/** Small words inside the name of a city. */
const CITY_LINKS: ReadonlySet<string> = new Set(["of", "on", "upon", "de", "la", "del"]);

const isCityWord = (text: string, from: number, to: number): boolean =>
  to - from <= LONGEST && to - from >= SHORTEST && (isA(text, from, CAPITAL) || CITY_LINKS.has(text.slice(from, to)));

/**
 * Where the name of a city begins that ends at `end`, not before `from`: up to four words, each with a capital, the first perhaps
 * glued to what stands before it; -1 for none.
 */
export const cityStart = (text: string, from: number, end: number): number => {
  let start = -1;
  let stop = end;
  for (let words = 0; words < MOST_WORDS; words++) {
    let first = stop;
    while (first > from && isA(text, first - 1, IN_CITY)) {
      first--;
      const size = stop - first;
      if (size >= SHORTEST && size <= LONGEST && isA(text, first, CAPITAL)) start = first;
    }
    if (first - 1 <= from || text[first - 1] !== " " || !isCityWord(text, first, stop)) break;
    stop = first - 1;
  }
  return start;
};
