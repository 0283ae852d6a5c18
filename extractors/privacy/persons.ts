import { GIVEN_NAMES } from "./given-names.js";
import { NOT_NAMES } from "./not-names.js";
import { matchesOf } from "./spans.js";

const TITLE =
  "(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Frau|Herr|Sister|Sr|Mme|Madame|Monsieur|Señora?|Chairman|Chairwoman|Rev|Capt|Sgt|SSgt|MSgt|CMSgt)\\.?[ \\u00a0]";
const WORD = "[A-Z\\u00c0-\\u00de][A-Za-z\\u00c0-\\u017f'’-]*\\.?";
const PARTICLE = "(?:van der|van den|van de|van|von der|von|de la|de|del|der|di|da|dos|la|le|bin|ibn|al|el|ten|ter)";
const BLANK = "[ \\u00a0]{1,2}";
/** Capitalised words in a row; a particle ("van der") counts as part of the next. */
const row = (most: number): string => `${WORD}(?:${BLANK}(?:${PARTICLE}${BLANK})?${WORD}){0,${most - 1}}`;
const ROW_HERE = new RegExp(row(6), "y");
const ROWS = new RegExp(`(?<![A-Za-z])${row(6)}`, "g");
const ROW_BEFORE = new RegExp(`(?<![A-Za-z])${row(4)}$`);
const TITLED = new RegExp(`^${TITLE}`);
const WORDS = /[^ \u00a0]+/g;
const MOST_WORDS = 4;

/** What is no person's name although one begins like it: "Wayne County", "Martin Luther King Boulevard". */
const MAKES_A_PLACE = new Set(
  (
    "academy arbor association associates avenue ave bank blvd boulevard building bureau campus center centre church city clinic club college " +
    "company corp county court district drive foundation group hall health healthcare hospital hotel house inc institute lane library " +
    "llc llp ltd memorial museum park place plaza rd road school schools services square st state street studios systems technologies " +
    "tower trust union university village way"
  ).split(" "),
);

/** A would-be name as read from a text: UTF-16 offsets, its words without a title. */
export interface Person {
  start: number;
  end: number;
  words: string[];
  titled: boolean;
  /** True where words that name an office or role stand before it ("Ward Manager Jane Doe"). */
  behindRole: boolean;
}

const bare = (word: string): string => word.replace(/['’]s$|[.,'’-]+$/g, "");
const isNoName = (word: string): boolean => NOT_NAMES.has(bare(word).toLowerCase());
const isShout = (word: string): boolean => word.length > 1 && word === word.toUpperCase();

const unaccented = (word: string): string => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "");

export const isGiven = (word: string | undefined): boolean =>
  word !== undefined && GIVEN_NAMES.has(unaccented(bare(word).replace(/-.*$/, "")));

/** True for words in capitals only, which are more often acronyms than names. */
export const isShouted = ({ words }: Person): boolean => words.every(isShout);

/** Where a word of a row ends that counts: without a possessive, and without a full stop unless it is an initial's. */
const lengthOf = (word: string): number => (/^[A-Z]\.$/.test(word) ? word.length : bare(word).length);

/** The first run of a row's words that can be a name: behind offices and roles, up to the next of them or a full stop. */
const personIn = (found: string, at: number): Person | null => {
  const person: Person = { start: at, end: at, words: [], titled: false, behindRole: false };
  for (const { index, 0: word } of matchesOf(WORDS, found)) {
    const titled = person.words.length === 0 && TITLED.test(`${word} `);
    if (isNoName(word) && !titled) {
      if (person.words.length > 0) return MAKES_A_PLACE.has(bare(word).toLowerCase()) ? null : person;
      person.behindRole = true;
      continue;
    }
    if (person.words.length === MOST_WORDS) return person;
    if (person.words.length === 0 && !person.titled) person.start = at + index;
    if (titled) person.titled = true;
    else if (/^[A-Z\u00c0-\u00de]/.test(word)) person.words.push(word);
    person.end = at + index + lengthOf(word);
    if (!titled && /[^.]{2}\.$/.test(word)) return person;
  }
  return person.words.length === 0 ? null : person;
};

/** The would-be name that begins at `at`, or behind a role that begins there; null where only offices and roles are named. */
export const personAt = (text: string, at: number): Person | null => {
  ROW_HERE.lastIndex = at;
  const found = ROW_HERE.exec(text)?.[0];
  return found === undefined ? null : personIn(found, at);
};

/** Every would-be name between two places of a text. */
export const personsBetween = (text: string, from: number, to: number): Person[] =>
  matchesOf(ROWS, text.slice(from, to)).flatMap(({ index, 0: found }) => personIn(found, from + index) ?? []);

/** The known given name and what follows it, right before `behind`: of "Thanks, Jane Doe (" the last two words. */
export const personBefore = (text: string, behind: number): Person | null => {
  const from = Math.max(0, behind - 50);
  const before = text.slice(from, behind).trimEnd();
  const found = ROW_BEFORE.exec(before);
  if (found === null) return null;
  const words = found[0].split(/[ \u00a0]+/);
  const first = words.findIndex(isGiven);
  const own = words.slice(first);
  if (first === -1 || own.length < 2 || own.some(isNoName)) return null;
  const start = from + found.index + found[0].lastIndexOf(words[first]!);
  return { start, end: from + before.length, words: own, titled: false, behindRole: first > 0 };
};

/**
 * How the local part of an address spells a name: "well" with its surname (jane.doe@, jdoe@, doej@) or as the given name of
 * two (jane@); "loosely" by initials or a part (jd@, janeatwork@), which words other than names do as well; null where not
 * at all, or where its domain does.
 */
export const spelling = (address: string, { words }: Person): "well" | "loosely" | null => {
  const [local = "", domain = ""] = address.toLowerCase().split(/\s?[[({<"]?\s?@|[[({<"\s_-]at[\s\])}>"_-]/, 2);
  const parts = words
    .map((word) =>
      bare(word)
        .toLowerCase()
        .replace(/[^a-z]/g, ""),
    )
    .filter(Boolean);
  const mailbox = local.replace(/[^a-z]/g, "");
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (first.length < 2 || domain.includes(first)) return null;
  const several = parts.length > 1;
  if (several && last.length > 2 && mailbox.includes(last)) return mailbox.includes(first[0]!) ? "well" : "loosely";
  if (local.split(/[^a-z]/).includes(first)) return several ? "well" : "loosely";
  if (first.length > 3 && mailbox.includes(first)) return "loosely";
  return several && mailbox === parts.map((part) => part[0]).join("") ? "loosely" : null;
};
