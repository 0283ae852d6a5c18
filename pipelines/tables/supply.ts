import { type Cells, type Layout, numberOf } from "./layout.js";

/** 2024, or a school year by the year in which it ends: 2023-24, 2023-2024, 2023/24. */
const yearOf = (cell: string): number | string => {
  if (/^\d{4}$/.test(cell)) return Number(cell);
  const [, first, last] = /^(\d{4})\s*[-–/]\s*(\d{2}|\d{4})$/.exec(cell) ?? [];
  if (first === undefined || last === undefined) return cell;
  const end = Number(first.slice(0, 4 - last.length) + last);
  return end === Number(first) + 1 ? end : cell;
};

const rows = (cells: Cells, file: string): Record<string, unknown>[] => [
  {
    name: cells.of("name"),
    certificate_id: null,
    year: yearOf(cells.of("year")),
    region: cells.of("region").toUpperCase(),
    earned: numberOf(cells.of("earned")),
    cost: numberOf(cells.of("cost")),
    hours: numberOf(cells.of("hours")),
    file,
  },
];

const named = (words: string): RegExp => new RegExp(`^(${words})$`, "i");

/** A school's, district's or state's own count of certificates earned. */
export const SUPPLY: readonly Layout[] = [
  {
    kind: "supply",
    name: "certificates earned",
    columns: [
      {
        field: "name",
        header: named("(certificate|certification|credential)([ _](name|id|title))?"),
        needed: true,
        right: "the name or id of a certificate",
      },
      {
        field: "year",
        header: named("(school[ _]|academic[ _])?year"),
        needed: true,
        right: "a year such as 2024, or a school year such as 2023-24",
      },
      {
        field: "earned",
        header: named("(number[ _])?(earned|awarded)"),
        needed: true,
        right: "a whole number of 0 or more; leave out a count that is masked",
      },
      { field: "region", header: named("region|state"), needed: false, right: "a code such as US-CA or GB, or blank" },
      { field: "cost", header: named("cost"), needed: false, right: "a number of 0 or more, or blank" },
      { field: "hours", header: named("hours"), needed: false, right: "a number of 0 or more, or blank" },
    ],
    rows,
  },
];
