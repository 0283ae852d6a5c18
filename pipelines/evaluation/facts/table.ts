import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** An invented posting and what is right of it. */
export interface FactCase {
  title: string;
  text: string;
  /** Never looked at while a rule is tuned. */
  held: boolean;
  /** By column: the right answer, or several where the words leave it open; null where nothing can be read. */
  answers: ReadonlyMap<string, readonly (string | null)[]>;
}

const answersOf = (cell: string): (string | null)[] => cell.split(";").map((one) => (one === "-" ? null : one));

/** Reads a gold table: `title,text,<answers>,held`; a dash is null, `;` stands between answers that are both right. */
export function readFactTable(folder: string, table: string, needed: string): FactCase[] {
  const path = join(folder, `${table}.csv`);
  const rows: Record<string, string>[] = parse(readFileSync(path, "utf8"), { columns: true });
  return rows.map((row, at) => {
    const { title = "", text = "", held, ...answers } = row;
    if (held !== "yes" && held !== "no") throw new Error(`${path}: case ${at + 1}: held is "${held}", not yes or no`);
    if (!(needed in answers)) throw new Error(`${path}: case ${at + 1}: no column "${needed}"`);
    return {
      title,
      text,
      held: held === "yes",
      answers: new Map(Object.entries(answers).map(([name, cell]) => [name, answersOf(cell)])),
    };
  });
}
