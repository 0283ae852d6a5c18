import { existsSync } from "node:fs";
import { Offered } from "../../models/offered.js";
import { refusalSentence } from "../refusal-log.js";
import { TableError } from "../tables/header.js";
import { type Column, numberOf } from "../tables/layout.js";
import { type PersonsFile, readColumns } from "./columns.js";

const named = (words: string): RegExp => new RegExp(`^(${words})$`, "i");

const COLUMNS: readonly Column[] = [
  {
    field: "name",
    header: named("((certificate|certification|credential|exam)s?([ _](name|title))?|name|title)"),
    needed: true,
    right: "the certificate as the list names it, under a header such as name, certificate or credential",
  },
  {
    field: "earned",
    header: named("((number|certificates|total)[ _])?(earned|awarded|passed)([ _]\\d{4}.*)?"),
    needed: false,
    right: "a whole number of 0 or more, or blank",
  },
  {
    field: "cost",
    header: named("(exam[ _])?(cost|price|fee)([ _]?(\\(.*\\)|usd))?"),
    needed: false,
    right: "a number of 0 or more, or blank",
  },
  {
    field: "hours",
    header: named("(teaching|instruction|course|clock)?[ _]?hours"),
    needed: false,
    right: "a number of 0 or more, or blank",
  },
];

/**
 * Reads a district's own list: free-text names and, where it has such columns, numbers earned, cost and hours.
 * @throws TableError where the file cannot be taken, or none of its rows can
 */
export const readOffered = async (file: string): Promise<PersonsFile<Offered>> => {
  if (!existsSync(file)) throw new TableError(`${file}: no such file`);
  const read = await readColumns(file, COLUMNS, Offered, (cell, line) => ({
    line,
    name: cell("name"),
    earned: numberOf(cell("earned")),
    cost: numberOf(cell("cost")),
    hours: numberOf(cell("hours")),
  }));
  const [first] = read.refused;
  if (read.rows.length === 0 && first !== undefined)
    throw new TableError(`no row could be taken; ${refusalSentence(first)}`);
  if (read.rows.length === 0) throw new TableError(`${file}: there is no row below the header`);
  return read;
};
