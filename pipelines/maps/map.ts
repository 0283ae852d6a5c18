import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { packagePath } from "../../models/package-root.js";
import { RawPosting } from "../../models/posting.js";
import { LARGEST_MAP } from "../bounds.js";
import { parseJson } from "../readers/parse-json.js";
import { DAY_FORMATS } from "../sources/days.js";

const pattern = z.string().refine((text) => {
  try {
    new RegExp(text, "im");
    return true;
  } catch {
    return false;
  }
}, "a regular expression; its first group, or the whole match, is the value");

const dayFormat = z.enum(DAY_FORMATS);

/** Where a file keeps one value. A bare name is the column of that name; dots reach into nested JSON. */
const Pick = z.union([
  z.string(),
  z.strictObject({
    column: z.string(),
    /** The file may lack the column. */
    optional: z.boolean().optional(),
    /** Regular expression (case-insensitive, `^` at line starts) that takes the value out of the column's text. */
    pattern: pattern.optional(),
    /** How a day is written; several are tried in order. */
    format: z.union([dayFormat, z.array(dayFormat)]).optional(),
    /** Column with the year of a day that is written without it. */
    year: z.string().optional(),
    /** What the column's words mean; words that are not listed mean nothing known. */
    values: z.record(z.string(), z.string()).optional(),
    /** Heading under which a part of the text is put. */
    heading: z.string().optional(),
  }),
]);
export type Pick = z.infer<typeof Pick>;

/** One value, or several: alternatives of which the first that says something counts; for texts and places, all. */
const Picks = z.union([Pick, z.array(Pick).min(1)]);

const Columns = z.strictObject({
  /** `hash` makes an id of columns that together are one of a kind, where a file has no ids. */
  requisition: z.union([Picks, z.strictObject({ hash: z.array(z.string()).min(1) })]),
  title: Picks,
  text: Picks.optional(),
  html: Picks.optional(),
  source: Picks.optional(),
  board: Picks.optional(),
  /** The day on which the row was read, where that is not the day of the import. */
  seen_on: Picks.optional(),
  employer: Picks.optional(),
  posted_on: Picks.optional(),
  updated_on: Picks.optional(),
  closed_on: Picks.optional(),
  region: Picks.optional(),
  locations: Picks.optional(),
  remote: Picks.optional(),
  department: Picks.optional(),
  employment_type: Picks.optional(),
  pay_min: Picks.optional(),
  pay_max: Picks.optional(),
  pay_currency: Picks.optional(),
  pay_period: Picks.optional(),
  url: Picks.optional(),
  lang: Picks.optional(),
});
export type Columns = z.infer<typeof Columns>;

/** A file of platform answers: which platform's, of which board, and the files that answer its own requests in order. */
const Answer = z.strictObject({
  file: z.string(),
  platform: z.string(),
  board: z.string().optional(),
  /** Where the answers themselves do not name the employer. */
  employer: z.string().optional(),
  details: z.array(z.string()).optional(),
});
export type Answer = z.infer<typeof Answer>;

/** Which column of somebody else's file is what: see the maps beside this file for examples. */
export const ImportMap = z.strictObject({
  /** What the set is and where its rows are peculiar. */
  note: z.string().optional(),
  /** csv, ndjson, json, parquet, text-folder, json-folder, or the name of a platform. */
  format: z.string().optional(),
  source: z.string().optional(),
  /** Part of the postings' identity beside board and requisition; `file` where nothing is said. */
  platform: z.string().default("file"),
  /** Files under a corpus' root; `*` stands for any part of a name. */
  paths: z.array(z.string()).optional(),
  encoding: z.string().optional(),
  /** Dotted path to the list of rows in a JSON document. */
  items: z.string().optional(),
  /** Undoes text that was UTF-8 and has been read as windows-1252, once or oftener. */
  repair: z.literal("utf8-as-windows-1252").optional(),
  columns: Columns.optional(),
  /** The columns are all that such a file may have: others are noted. */
  complete: z.boolean().optional(),
  /** Values that hold for every row; a column's own value goes before. */
  constants: RawPosting.omit({ requisition: true, title: true }).partial().optional(),
  /** In place of columns: files that hold answers of platforms. */
  answers: z.array(Answer).optional(),
});
export type ImportMap = z.infer<typeof ImportMap>;

/** A map cannot be used: the message names file, field, value and what would be right. */
export class MapError extends Error {
  override name = "MapError";
}

/** @throws MapError where it is no JSON, or has unknown, missing or wrong fields */
export const readMap = (file: string): ImportMap => {
  let value: unknown;
  try {
    const { size } = statSync(file);
    if (size > LARGEST_MAP) throw new Error(`${size.toLocaleString("en-US")} bytes; a map has at most 1 MiB`);
    value = parseJson(readFileSync(file, "utf8"));
  } catch (error) {
    throw new MapError(`${file}: ${(error as Error).message}`);
  }
  const result = ImportMap.safeParse(value);
  if (result.success) return result.data;
  throw new MapError(
    result.error.issues.map((issue) => `${file}: ${issue.path.join(".") || "map"}: ${issue.message}`).join("\n"),
  );
};

/** A committed map by its name. */
export const committedMap = (name: string): ImportMap => readMap(packagePath("pipelines", "maps", `${name}.json`));
