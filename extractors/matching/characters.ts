/**
 * The alphabet of the matcher: every UTF-16 code unit belongs to one class. Letters lose case, accents and full width;
 * dashes, blanks and line ends are one class (SPACE); apostrophes, soft hyphens, zero-width characters, combining marks
 * and the debris of wrongly decoded apostrophes are JOINER, which a match reads over ("driver’s" is "drivers").
 */
const DIGIT_BASE = 26;
const LAST_ASCII_WORD = DIGIT_BASE + 9;
/** A letter or digit outside the Latin alphabet: part of a word, of no surface. */
const FOREIGN = LAST_ASCII_WORD + 1;
/** The first of the classes that make up no words. */
export const SPACE = FOREIGN + 1;
export const JOINER = SPACE + 1;
/** Any other character: it ends a word and is in no surface. */
const OTHER = JOINER + 1;
const MARKS = "+#.&/*|(),:@";
const MARK_BASE = OTHER + 1;
export const PLUS = MARK_BASE + MARKS.indexOf("+");
export const HASH = MARK_BASE + MARKS.indexOf("#");
export const DOT = MARK_BASE + MARKS.indexOf(".");
export const LETTER_S = "s".charCodeAt(0) - "a".charCodeAt(0);
export const CLASS_COUNT = MARK_BASE + MARKS.length;

const BLANKS =
  "\t\n\v\f\r -_\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";
const APOSTROPHES = "'`\u00b4\u2018\u2019\u201b\u2032\u02bc\uff07";
// What UTF-8 quotes look like after one or two wrong decodings: "â€™", "Ã¢â‚¬â„¢", the replacement character, and the
// run U+0089 U+00DB U+00AA, by way of the Macintosh's alphabet.
const DEBRIS = "\u00c3\u00a2\u00e2\u20ac\u2122\u201a\u00ac\u201e\u00c2\u0153\ufffd\u0080\u0099\u0092\u0089\u00db\u00aa";
const INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u00ae";

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The class of one character, its special meanings aside. */
function plainClassOf(code: number): number {
  const character = String.fromCharCode(code);
  // Accents fall off Latin letters, and full-width forms become ASCII.
  const folded = (code < 0x80 ? character : character.normalize("NFKD")).charAt(0).toLowerCase();
  if (folded >= "a" && folded <= "z") return folded.charCodeAt(0) - 97;
  if (folded >= "0" && folded <= "9") return DIGIT_BASE + folded.charCodeAt(0) - 48;
  const mark = MARKS.indexOf(folded);
  if (mark >= 0) return MARK_BASE + mark;
  return LETTER_OR_DIGIT.test(character) ? FOREIGN : OTHER;
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    const foldable = code < 0x250 || code >= 0xff00;
    classes[code] = foldable ? plainClassOf(code) : LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? FOREIGN : OTHER;
  }
  classes.fill(SPACE, 0x2000, 0x200b);
  classes.fill(JOINER, 0x300, 0x370);
  for (const blank of BLANKS) classes[blank.charCodeAt(0)] = SPACE;
  for (const joiner of APOSTROPHES + DEBRIS + INVISIBLE) classes[joiner.charCodeAt(0)] = JOINER;
  return classes;
}

/** Class of every UTF-16 code unit. Surrogates are OTHER: emoji end a word. */
export const CLASS_OF: Uint8Array = buildClasses();

/** True for classes that make up words: a surface may not begin or end inside a run of them. */
export const isWordClass = (cls: number): boolean => cls <= FOREIGN;

/**
 * Writes the classes of a surface as the matcher reads text, from `at` on: joiners dropped, runs of blanks made one, ends
 * trimmed. Returns where they end.
 */
export function foldInto(surface: string, classes: Uint8Array, at: number): number {
  let end = at;
  for (let i = 0; i < surface.length; i++) {
    const cls = CLASS_OF[surface.charCodeAt(i)]!;
    if (cls === JOINER || (cls === SPACE && (end === at || classes[end - 1] === SPACE))) continue;
    classes[end++] = cls;
  }
  return end > at && classes[end - 1] === SPACE ? end - 1 : end;
}

/** The classes of a surface by themselves. */
export function foldSurface(surface: string): number[] {
  const classes = new Uint8Array(surface.length);
  return [...classes.subarray(0, foldInto(surface, classes, 0))];
}
