/**
 * Where a sentence, a bullet or a line of its own ends. A lone line
 * break before a small letter is none: some sources break after each word; others lose breaks ("requiredBachelor's"). */
const BREAK =
  /[.!?;](?=\s|$)|[•●▪◦‣·■]|\n[ \t]*[-*–]\s|\n\s*\n[ \t]*(?=[A-Z])|\n(?=[A-Z][^\n]{3,})|(?<=required|preferred|equivalent|GED|degree|field|experience|skills)(?=[A-Z][a-z])/g;
/** Dots that end no sentence. */
const ABBREVIATION =
  /\b(?:min|max|yrs?|exp|approx|e\.g|i\.e|etc|incl|[a-z]\.[a-z]|no|st|jr|sr|mths?|dept|univ|req|pref|u\.s|b|m|ph|tel|hr)$/i;

const breaks = (window: string): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  for (const { 0: mark, index } of window.matchAll(BREAK)) {
    if (mark === "." && ABBREVIATION.test(window.slice(Math.max(0, index - 8), index))) continue;
    found.push({ from: index, to: index + mark.length });
  }
  return found;
};

/** Up to `size` lower-cased characters before `at`, from the same sentence. */
export const before = (text: string, at: number, size: number): string => {
  const window = text.slice(Math.max(0, at - size), at);
  return window.slice(breaks(window).at(-1)?.to ?? 0).toLowerCase();
};

/** Up to `size` lower-cased characters from `at` on, to the end of the sentence. */
export const after = (text: string, at: number, size: number): string => {
  const window = text.slice(at, at + size);
  return window.slice(0, breaks(window)[0]?.from ?? size).toLowerCase();
};

const SOFT_HEADING =
  /(?:^|\n)[^\n]{0,30}\b(?:prefer(?:red|ences?)|desir(?:ed|able)|nice[- ]to[- ]haves?|bonus(?: points)?|pluses|plusses)\b[^\n]{0,40}(?=\n|:)/gi;
const FIRM_HEADING =
  /(?:^|\n)[^\n]{0,30}\b(?:required|requirements?|minimum|basic|must[- ]haves?|essential|qualifications?|mandatory)\b[^\n]{0,40}(?=\n|:)/gi;

/** True where the nearest heading above (within 900 characters) announces wishes, as "Preferred qualifications:" does. */
export const underSoftHeading = (text: string, at: number): boolean => {
  const window = text.slice(Math.max(0, at - 900), at);
  const soft = [...window.matchAll(SOFT_HEADING)].at(-1)?.index ?? -1;
  if (soft < 0) return false;
  return soft >= ([...window.matchAll(FIRM_HEADING)].at(-1)?.index ?? -1);
};

const SOFTENERS =
  /\bprefer|\bdesir|\ba (?:big |huge |strong |definite )?plus\b|\bideal(?:ly)?\b|\bnice to have|\badvantage|\ban? asset\b|\bbonus\b|\bhelpful\b|\bwelcome\b|\bbeneficial\b|\bwould be great/;
/** True where a sentence wishes rather than demands. */
export const isSoftened = (sentence: string): boolean => SOFTENERS.test(sentence);

/** What follows a demand without softening it: ", preferably in schools", "(retail preferred)", "; 5 years preferred". */
const ASIDE =
  /,\s*(?:preferably|ideally)\b.*$|\([^)]*\s[^)]*\)|[;,]?\s(?:\d{1,2}|two|three|four|five|six|seven|eight|ten)\+?\s*(?:\(\d+\)\s*)?(?:or more\s)?(?:years?|yrs?)\b.*$/;
const FIRM = /\b(?:required|minimum\b|must\b)/;

/** True where the words behind a demand turn it into a wish: "3 years of experience preferred". */
export const isSoftenedBehind = (tail: string): boolean => {
  const own = tail.slice(0, 4) + tail.slice(4).replace(ASIDE, " ");
  const soft = own.search(SOFTENERS);
  return soft >= 0 && !FIRM.test(own.slice(0, soft));
};
