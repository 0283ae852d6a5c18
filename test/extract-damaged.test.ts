import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { layout } from "../pipelines/lake/layout.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";

const MONTHS = 12;
const DAMAGED = 5;

const posting = (month: number, i: number) => {
  const requisition = `${month}-${i}`;
  const posted_on = `2024-${String(month + 1).padStart(2, "0")}-10`;
  const text = `Vacancy ${requisition}: CompTIA A+ certification required, forklift certified preferred. `.repeat(20);
  return { source: "archive", requisition, title: "Technician", employer: "Acme", text, posted_on };
};

test("a damaged file of postings ends an extraction in threads by its name; what the others were read for stands", async () => {
  const data = emptyFolder();
  const env = { CERTWORTH_DATA: data };
  const file = join(data, "postings.ndjson");
  const rows = Array.from({ length: 200 * MONTHS }, (_, i) => posting(i % MONTHS, i));
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  expect((await certworth(["import", file, "--format", "ndjson"], { env })).code).toBe(0);
  const paths = layout(data);
  const files = filesBelow(paths.postings, ".parquet");
  expect(files).toHaveLength(MONTHS);
  const damaged = files[DAMAGED]!;
  const whole = readFileSync(damaged);
  writeFileSync(damaged, whole.subarray(0, whole.length / 2));

  const failed = await certworth(["extract", "--workers", "2"], { env });
  expect(failed.code, failed.stderr).toBe(1);
  expect(failed.stderr).toContain(`${damaged}: cannot be read`);
  expect(failed.stderr).toContain('"certworth check" says what to do');

  writeFileSync(damaged, whole);
  const again = await certworth(["extract", "--workers", "2"], { env });
  expect(again.code, again.stderr).toBe(0);
  expect(filesBelow(paths.extractions, ".parquet")).toHaveLength(MONTHS);
}, 300_000);
