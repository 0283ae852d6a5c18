import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { queryRows } from "./support/query.js";
import { sampleSite } from "./support/sample-site.js";

const sample = sampleSite({ certificates: 20 });

const README = readFileSync(packagePath("README.md"), "utf8");
const CHAPTER = README.slice(README.indexOf("## From a notebook"), README.indexOf("## In ten minutes"));

/** The queries of the shell's lines and of the Python ones. */
const shell = (/<<'SQL'\n([\s\S]*?)\nSQL\n/.exec(CHAPTER)?.[1] ?? "").split(";").filter((sql) => sql.trim() !== "");
const python = [...CHAPTER.matchAll(/marts\.sql\("""([\s\S]*?)"""\)/g)].map(([, sql]) => sql!);

const rowsOf = (sql: string) => queryRows(sql, { path: sample().warehouse });

test("the README's three questions are the same from the shell and from Python, and have answers", async () => {
  expect([shell.length, python.length]).toEqual([3, 3]);
  for (const [index, sql] of shell.entries()) {
    const rows = await rowsOf(sql);
    expect(rows.length).toBeGreaterThan(0);
    expect(await rowsOf(python[index]!)).toEqual(rows);
  }
});

test("the columns that its R lines read are in the CSV files", () => {
  const head = (table: string) =>
    readFileSync(`${sample().out}/downloads/${table}.csv`, "utf8").split("\n")[0]!.split(",");
  const wanted: Record<string, string[]> = {
    certificate_signal: ["certificate_id", "status", "slope_pct_year", "slope_low", "slope_high", "evidence"],
    certificate: ["certificate_id", "name"],
    certificate_month: ["certificate_id", "scope", "month", "share", "share_low", "share_high", "asking", "postings"],
    question_issuers: ["issuer", "period", "share", "share_low", "share_high", "employers"],
  };
  for (const [table, columns] of Object.entries(wanted)) {
    expect(CHAPTER).toContain(`read("${table}")`);
    expect(head(table)).toEqual(expect.arrayContaining(columns));
  }
});
