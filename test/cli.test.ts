import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";

const VERBS = [
  "nightly",
  "demo",
  "crawl",
  "import",
  "corpus",
  "extract",
  "build",
  "report",
  "query",
  "inspect",
  "evaluate",
  "taxonomy",
  "tables",
  "agreement",
  "status",
  "schedule",
  "prune",
  "check",
  "serve",
];

test("--help names every verb, --version the package's version", async () => {
  const help = await certworth(["--help"]);
  expect(help.code).toBe(0);
  for (const verb of VERBS) expect(help.stdout).toContain(`\n  ${verb} `);
  const { version } = JSON.parse(readFileSync(packagePath("package.json"), "utf8")) as { version: string };
  expect((await certworth(["--version"])).stdout.trim()).toBe(version);
});

test.each(VERBS)("%s --help shows an example", async (verb) => {
  const help = await certworth([verb, "--help"]);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain("Example: ");
});

test.each([
  ["an unknown verb", ["fly"], /unknown command 'fly'/],
  ["an unknown option", ["build", "--fast"], /unknown option '--fast'/],
  ["a worker count that is none", ["extract", "--workers", "two"], /a whole number of 0 or more/],
  ["import without a format", ["import", "x.csv"], /--format/],
  ["a source that is not there", ["crawl", "--only", "nobody"], /--only: .*has no source nobody/],
  ["a kind of table that is none", ["tables", "import", "x.csv", "--kind", "wages"], /"wages": there is no such kind/],
  ["a table that is not there", ["tables", "import", "no-such.csv"], /no-such\.csv: no such file/],
  ["a crawl without a contact", ["crawl", "--only", "stripe"], /set CERTWORTH_CONTACT/],
])("%s is a usage error", async (_, args, message) => {
  const data = emptyFolder();
  const outcome = await certworth([...args], { env: { CERTWORTH_DATA: data } });
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toMatch(message);
  expect(outcome.stdout).toBe("");
});

test("a folder of nothing has a status, no warehouse, and a defined empty build", async () => {
  const data = emptyFolder();
  const env = { CERTWORTH_DATA: data };
  expect((await certworth(["status"], { env })).stdout).toMatch(/Runs: none yet[\s\S]*Quarantine: empty/);
  const query = await certworth(["query", "SELECT 1"], { env });
  expect(query.code).toBe(1);
  expect(query.stderr).toMatch(/certworth build/);
  expect((await certworth(["build", "--quiet"], { env })).code).toBe(0);
  const counted = await certworth(["query", "SELECT count(*) AS n FROM marts.posting", "--format", "csv"], { env });
  expect(counted.stdout.trim().split(/\r?\n/)).toEqual(["n", "0"]);
  expect((await certworth(["build"], { env })).stdout).toMatch(/Nothing to do/);
});

test("certificates earned go from a table to supply against demand; unknown names are said at import and at build", async () => {
  const data = emptyFolder();
  const env = { CERTWORTH_DATA: data };
  const file = join(data, "earned.csv");
  writeFileSync(file, "certificate,year,earned\nCCNA,2024,12\nBasket weaving,2024,3\nCCNA,later,3\n");
  const imported = await certworth(["tables", "import", file], { env });
  expect(imported.code).toBe(0);
  expect(imported.stdout).toContain("certificates earned: 2 rows taken, 1 refused");
  expect(imported.stdout).toContain('earned.csv:4: year "later": should be a year such as 2024');
  expect(imported.stdout).toContain('line 3: certificate "Basket weaving": no certificate has this id, name or alias');
  expect((await certworth(["tables", "list"], { env })).stdout).toMatch(/supply +2 +1 +earned\.csv/);
  expect((await certworth(["build"], { env })).stderr).toContain('"names":["Basket weaving"]');
  const sql = "SELECT subject, certificate_id AS id, earned, step FROM marts.supply_demand";
  const rows = await certworth(["query", sql, "--format", "csv"], { env });
  expect(rows.stdout.trim().split(/\r?\n/)).toEqual([
    "subject,id,earned,step",
    "Basket weaving,,3,insufficient evidence",
    "cisco-ccna,cisco-ccna,12,insufficient evidence",
  ]);
  expect((await certworth(["agreement"], { env })).stdout).toContain("No projections are loaded");
});

test("two runs never hold one data directory", async () => {
  const data = emptyFolder();
  writeFileSync(join(data, "lock"), `${process.pid}\n`);
  const outcome = await certworth(["build"], { env: { CERTWORTH_DATA: data } });
  expect(outcome.code).toBe(5);
  expect(outcome.stderr).toContain(`process ${process.pid} holds this data directory`);
});

test("a file of postings goes from import to query, and what was refused is in status", async () => {
  const folder = emptyFolder();
  const data = join(folder, "data");
  mkdirSync(data);
  const env = { CERTWORTH_DATA: data };
  const rows = [
    {
      source: "county",
      requisition: "1",
      title: "Network technician",
      employer: "County",
      text: "CCNA required.",
      posted_on: "2026-01-05",
    },
    {
      source: "county",
      requisition: "2",
      title: "Clerk",
      employer: "County",
      text: "Data entry.",
      posted_on: "2026-02-30",
    },
    { source: "county", requisition: "3", title: "Nurse aide", employer: "County", text: "", posted_on: "2026-02-03" },
  ];
  const file = join(folder, "postings.ndjson");
  writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join("\n")}\n{"broken\n`);
  const imported = await certworth(["import", file, "--format", "ndjson", "--json"], { env });
  expect(imported.code).toBe(0);
  expect(JSON.parse(imported.stdout)).toMatchObject({ added: 1, refused: 3 });
  expect(JSON.parse((await certworth(["import", file, "--format", "ndjson", "--json"], { env })).stdout)).toMatchObject(
    {
      added: 0,
      skipped: 1,
    },
  );
  const early = await certworth(["build"], { env });
  expect(early.stderr).toContain("have no facts by this extractor yet");
  for (const verb of ["extract", "build", "report"]) expect((await certworth([verb, "--quiet"], { env })).code).toBe(0);
  const asked = await certworth(
    ["query", "SELECT entity, requirement FROM marts.mention WHERE kind = 'certificate'", "--format", "ndjson"],
    { env },
  );
  expect(JSON.parse(asked.stdout)).toEqual({ entity: "cisco-ccna", requirement: "required" });
  const status = (await certworth(["status"], { env })).stdout;
  expect(status).toMatch(/Quarantine: 3 rows/);
  expect(status).toMatch(/posted_on/);
  expect(status).toContain("postings.ndjson:4");
});

test("the streaming worker answers in order and goes on after a bad line", async () => {
  const lines = [
    '{"id":"a","text":"ServSafe required"}',
    "{oops",
    '{"id":"c","html":"<p>CDL &amp; forklift</p>"}',
    '{"id":"d"}',
  ];
  const outcome = await certworth(["extract", "--stdin"], { stdin: `${lines.join("\n")}\n` });
  expect(outcome.code).toBe(0);
  const answers = outcome.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(answers.map(({ id }) => id)).toEqual(["a", null, "c", "d"]);
  expect(answers[1]).toMatchObject({ line: 2 });
  expect(answers[2]?.text).toBe("CDL & forklift");
  expect(answers[3]).toHaveProperty("error");
});
