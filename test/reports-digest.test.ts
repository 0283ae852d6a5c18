import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeAll, expect, test } from "vitest";
import { writeDigest } from "../reports/digest.js";
import { writeSampleMarts } from "./support/sample-marts.js";

const folder = mkdtempSync(join(tmpdir(), "certworth-digest-"));
const read = (place: string, file: string): string => readFileSync(join(folder, place, file), "utf8");

beforeAll(async () => {
  await writeSampleMarts(join(folder, "full.duckdb"), { certificates: 20 });
  await writeSampleMarts(join(folder, "empty.duckdb"), { certificates: 0, empty: true });
});

test("the digest says what moved, how the sources were and what is alarming", async () => {
  const { lead } = await writeDigest(join(folder, "full.duckdb"), join(folder, "full"));
  expect(lead).toBe("3 statuses changed, 42 new postings, 1 censored source, 1 alarm.");
  const text = read("full", "digest.md");
  expect(text).toContain("# certworth: the night's digest, edition of 2024-12-15");
  expect(text).toContain("Of 20 certificates, 15 moved since the edition of 30 November 2024.");
  expect(text).toMatch(
    /\| AWS Certified Cloud Practitioner \| Holding → Growing \| .* \| months went by, more postings \|/,
  );
  expect(text).toContain("2 December 2024: 5 of 6 sources were healthy; 611 postings seen, 42 new, 18 closed.");
  expect(text).toContain("| board-4 | server\\_error: 503 |");
  expect(text).toContain("| board-1 | error | volume\\_low: 4 postings, usually 40 &lt;b\\> |");
  expect(text).not.toMatch(/NaN|undefined|null/);
});

test("names of others are text in both forms, and the mail loads nothing", async () => {
  await writeDigest(join(folder, "full.duckdb"), join(folder, "full"));
  expect(read("full", "digest.md")).not.toContain("<script");
  const { document } = new JSDOM(read("full", "digest.html")).window;
  expect(document.querySelectorAll("script, img, link, style, iframe, [src], [href], [onerror]")).toHaveLength(0);
  expect(read("full", "digest.html")).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(document.querySelectorAll("h1")).toHaveLength(1);
});

test("two digests of one warehouse are the same to the byte", async () => {
  await writeDigest(join(folder, "full.duckdb"), join(folder, "one"));
  await writeDigest(join(folder, "full.duckdb"), join(folder, "two"));
  for (const file of ["digest.md", "digest.html"]) expect(read("one", file)).toBe(read("two", file));
});

test("a night without anything says so", async () => {
  const { lead } = await writeDigest(join(folder, "empty.duckdb"), join(folder, "empty"));
  expect(lead).toBe("A quiet night: no new posting, no number moved, no alarm.");
  const text = read("empty", "digest.md");
  expect(text).toContain("edition of unknown date");
  expect(text).toContain("There is no edition before this one");
  expect(text).toContain("No source was crawled.");
  expect(text).toContain("None.");
});

test("a missing warehouse is named", async () => {
  await expect(writeDigest("/nowhere/warehouse.duckdb", folder)).rejects.toThrow(/\/nowhere\/warehouse\.duckdb/);
});
