import type { RawPosting } from "../../models/posting.js";
import type { Row } from "../readers/row.js";
import { day } from "../sources/days.js";
import { employment, type Known, payPeriod, places, words } from "../sources/fields.js";
import type { Columns, ImportMap, Pick } from "./map.js";
import { alternatives, asText, blank, everyOne, htmlParts, requisitionReader, textParts, type Values } from "./pick.js";
import { repaired } from "./repair.js";

/** What a row names itself: its source and board, and the day it was read on. */
interface Own {
  source?: string;
  board?: string;
  seen_on?: string;
}

/** A mapped row: the posting, and what the row names itself. */
export interface MappedRow {
  raw: RawPosting;
  own: Own;
}

/** A number as files write it; what is none is handed on as it stands, so that validation refuses it by its value. */
const numeric = (value: unknown): number | undefined => {
  if (blank(value)) return undefined;
  const number = Number(String(value).replace(/[\s,$£€]/g, ""));
  return Number.isNaN(number) ? (value as number) : number || undefined;
};

const truth = (value: unknown): boolean | undefined => {
  const word = words(asText(value))?.toLowerCase();
  if (word === undefined) return undefined;
  return /^(true|yes|y|1|remote)$/.test(word) ? true : /^(false|no|n|0)$/.test(word) ? false : undefined;
};

/** A currency and a period say nothing where no amount is stated. */
const withoutIdlePay = (fields: Known): Known => {
  if (fields.pay_min !== undefined || fields.pay_max !== undefined) return fields;
  const { pay_currency: _currency, pay_period: _period, ...others } = fields;
  return others;
};

/** How the value of each simple field is read, once its column has been found. */
const READ: { [Field in keyof Columns]?: (value: unknown) => unknown } = {
  title: (value) => words(value, 1000),
  source: (value) => words(value),
  board: (value) => words(value),
  employer: (value) => words(value),
  department: (value) => words(value),
  url: (value) => words(value, 2000),
  lang: (value) => words(value, 10),
  region: (value) => words(value, 20),
  posted_on: (value) => day(value),
  seen_on: (value) => day(value),
  updated_on: (value) => day(value),
  closed_on: (value) => day(value),
  remote: truth,
  employment_type: employment,
  pay_min: numeric,
  pay_max: numeric,
  pay_currency: (value) => words(value),
  pay_period: payPeriod,
};

type Mend = <Value>(value: Value) => Value;

const mender = (map: ImportMap): Mend =>
  map.repair === undefined
    ? (value) => value
    : (value) => (typeof value === "string" ? (repaired(value) as typeof value) : value);

/** All simple fields of a row that say something. */
const fieldReader = (columns: Columns, mend: Mend): ((values: Values) => Record<string, unknown>) => {
  const fields = Object.entries(READ).flatMap(([field, convert]) => {
    const picks = columns[field as keyof Columns] as Pick | Pick[] | undefined;
    return picks === undefined ? [] : [{ field, convert, find: alternatives(picks) }];
  });
  return (values) => {
    const found = fields.map(({ field, convert, find }) => [field, mend(convert(find(values)))] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  };
};

/** Compiles a map's columns into one function from a row to a raw posting (not yet validated). */
export const rowReader = (map: ImportMap, columns: Columns): ((row: Row) => MappedRow) => {
  const mend = mender(map);
  const fields = fieldReader(columns, mend);
  const requisition = requisitionReader(columns.requisition);
  const [text, html, locations] = [textParts(columns.text), htmlParts(columns.html), everyOne(columns.locations)];
  return ({ values }) => {
    const { source, board, seen_on, ...simple } = fields(values) as Own & Known;
    const [textFound, htmlFound, placesFound] = [text(values), html(values), places(locations(values)).map(mend)];
    const raw: Known = {
      ...map.constants,
      ...simple,
      ...(textFound === undefined ? {} : { text: mend(textFound) as string }),
      ...(htmlFound === undefined ? {} : { html: mend(htmlFound) as string }),
      ...(placesFound.length === 0 ? {} : { locations: placesFound }),
    };
    return {
      raw: { title: "", ...withoutIdlePay(raw), requisition: words(requisition(values)) ?? "" },
      own: {
        ...(source === undefined ? {} : { source }),
        ...(board === undefined ? {} : { board }),
        ...(seen_on === undefined ? {} : { seen_on }),
      },
    };
  };
};
