/**
 * What hostile input may cost, in one place. Real boards, files and lists stay far below each; what goes beyond is refused by
 * name, cut where the sentence beside the bound says so, and never read on. The extractor's and the query's own bounds stand in
 * their rooms (`extractors/bounds.ts`, `warehouse/bounds.ts`).
 */

const MB = 1 << 20;

/** Longest advert taken, in characters. Real ones stay below a fiftieth of it; what is longer is not an advert. */
export const LONGEST_TEXT = 2_000_000;

/** Longest line of a file or of the worker's input that is put together, in UTF-16 code units. */
export const LONGEST_LINE = 64 * MB;

/** Largest JSON or text file read in one piece, in characters, unlike NDJSON, which is read line by line. */
export const LONGEST_DOCUMENT = 200_000_000;

/** Lines and characters of one CSV record: beyond, a quote was not closed. */
export const MOST_LINES_A_RECORD = 20_000;
export const LONGEST_RECORD = 64 * MB;
/** Columns of a CSV file; the widest known has 200. */
export const MOST_COLUMNS = 2000;

/**
 * How many times its packed size a gzip file may unpack to, beyond a first allowance in bytes: text packs 5 to 20 times, a
 * bomb a thousand.
 */
export const MOST_EXPANSION = 200;
export const FREE_EXPANSION = 8 * MB;

/** Lists and objects of JSON within each other. Answers of real platforms reach 12; readers walk them by recursion. */
export const DEEPEST_JSON = 100;

/** Elements within each other, as browsers bound them, and elements of one page: beyond, no tree is built. */
export const DEEPEST_MARKUP = 512;
export const MOST_ELEMENTS = 1_000_000;

/** Addresses of one sitemap (sitemaps.org: "no more than 50,000 URLs"); what follows is left out, and said so. */
export const MOST_SITEMAP_ENTRIES = 50_000;

/** Characters of an address that is asked for (RFC 9110, 4.1 recommends to support 8000). */
export const LONGEST_ADDRESS = 8000;

/** Bytes of a body, as sent and as unpacked. */
export const LARGEST_BODY = 64 * MB;

/** RFC 9309, 2.5: at least this many characters of a robots.txt must be read; what is longer is cut. */
export const LONGEST_ROBOTS = 512 << 10;
/** Rules of one group, and characters and stars of one rule: a longer `Disallow` is cut, which forbids more, never less. */
export const MOST_ROBOTS_RULES = 2000;
export const LONGEST_ROBOTS_RULE = 500;
export const MOST_ROBOTS_STARS = 8;

/** A list of ten thousand boards stays below a third of it. */
export const LARGEST_YAML = 4 * MB;
/** Lists and mappings within each other; an entry needs three. */
export const DEEPEST_YAML = 16;

/** Bytes of an import map and of a vocabulary's table. */
export const LARGEST_MAP = MB;
export const LARGEST_TABLE = 256 * MB;
