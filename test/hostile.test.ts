import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { certworth } from "./support/certworth.js";
import { persistentFolder } from "./support/folder.js";
import { filesBelow } from "./support/sample-site.js";

/** Hostile postings from a file to the page, by the command line as a user runs it. */

const RLO = "\u202e";
/** Marks among them that terminals and browsers obey. */
const OBEYED = [RLO, "\u2066", "\u001b", "\u0007"];
const EVIL = [
  `<script>window.pwned=1</script>`,
  `"><img src=x onerror=window.pwned=2>`,
  `</title><script>pwned</script>`,
  `' onmouseover='pwned`,
  `<svg/onload=pwned>`,
  `{{pwned}}\${pwned}<!--pwned-->`,
  `${RLO}pwned\u2066`,
  `\u001b[2Jpwned\u0007`,
  `=HYPERLINK("http://pwned","x")`,
  `@SUM(1+1)*cmd|' /C calc'!A0 pwned`,
  `-2+3+pwned`,
  `<iframe srcdoc="<script>pwned</script>">`,
];
const URLS = [
  "javascript:pwned()",
  "data:text/html,<script>pwned</script>",
  " jAvAsCrIpT:pwned",
  'https://ok.example/"onclick="pwned',
];
const PATHS = [
  "../../../pwned",
  "..\\..\\pwned",
  "/etc/pwned",
  "a/../../pwned",
  "nul\u0000pwned",
  "CON",
  "aux.txt",
  "~/pwned",
  "$(touch pwned)",
  "`touch pwned`",
  "pwned'; DROP TABLE posting; --",
  "%2e%2e%2fpwned",
  `${"x".repeat(290)}pwned`,
  "source=pwned/date=2020-01-01",
  "-rf pwned",
  "pwned\nsecond line",
];
const MONTHS = ["2026-08", "2026-09", "2026-10"];

const row = (at: number) => {
  const evil = EVIL[at % EVIL.length]!;
  return {
    source: PATHS[at % PATHS.length],
    requisition: `${PATHS[(at * 7) % PATHS.length]} ${at}`.slice(0, 300),
    title: `${evil} Network technician`,
    employer: `${evil} Ltd ${at}`,
    html: `<p>CCNA required. ${evil} ${evil.replaceAll("<", "&lt;")}</p><p>Posting ${at}: ${"cables and ".repeat(at)} switches.</p>`,
    locations: [evil, "Austin, TX"],
    posted_on: `${MONTHS[at % 3]}-${String(1 + (at % 28)).padStart(2, "0")}`,
    url: URLS[at % URLS.length],
  };
};

const folder = persistentFolder();
let data = "";
const run = async (args: string[]) => {
  const outcome = await certworth(args, { env: { CERTWORTH_DATA: data }, cwd: folder() });
  expect(outcome.code, outcome.stderr).toBe(0);
  return outcome;
};

beforeAll(async () => {
  data = join(folder(), "data");
  mkdirSync(data);
  const file = join(folder(), "evil.ndjson");
  const rows = Array.from({ length: 96 }, (_, at) => JSON.stringify(row(at)));
  // Rows that are refused, so that quarantine and its page hold hostile words too.
  const refused = EVIL.map((evil, at) =>
    JSON.stringify({ source: "s", requisition: `r${at}`, title: "x", text: "x", posted_on: evil }),
  );
  writeFileSync(file, [...rows, ...refused].join("\n"));
  await run(["import", file, "--format", "ndjson", "--source", "hostile"]);
  for (const verb of ["extract", "build", "report"]) await run([verb, "--quiet"]);
}, 600_000);

const pages = (): string[] => filesBelow(join(data, "site")).filter((path) => path.endsWith(".html"));
const page = (path: string): string => readFileSync(join(data, "site", path), "utf8");

describe("the file system", () => {
  test("holds names of ours only, below the data directory only", () => {
    expect(readdirSync(folder()).sort()).toEqual(["data", "evil.ndjson"]);
    const names = filesBelow(data).filter((path) => !path.startsWith("site/"));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(name).toMatch(/^[a-z0-9._=/-]+$/i);
    expect(names.filter((name) => /pwned|\.\.|con$|aux/i.test(name))).toEqual([]);
  });

  test("yet every posting is there, each under what it said", async () => {
    const sql = "SELECT count(*) AS n, count(DISTINCT source) AS sources FROM marts.posting";
    const { stdout } = await run(["query", sql, "--format", "json"]);
    expect(JSON.parse(stdout)).toEqual([{ n: 96, sources: PATHS.length }]);
  });

  test.each(["../up", "a/b", ".hidden", "UPPER", "nul\u0001", "x".repeat(101), ""])(
    "--source %j is refused before anything is written",
    async (source) => {
      const file = join(folder(), "evil.ndjson");
      const elsewhere = join(folder(), "data");
      const before = filesBelow(join(elsewhere, "lake"));
      const outcome = await certworth(["import", file, "--format", "ndjson", "--source", source, "--data", elsewhere]);
      expect(outcome.code).toBe(2);
      expect(outcome.stderr).toContain("lower-case letters");
      expect(filesBelow(join(elsewhere, "lake"))).toEqual(before);
    },
  );
});

describe("the site", () => {
  test("quotes the hostile words, escaped: no script, handler, frame or link of theirs on any page", {
    timeout: 240_000,
  }, () => {
    let quoted = 0;
    // Of a page for each certificate few quote these postings; the others hold none of their words, in whatever writing.
    for (const path of pages().filter((one) => /pwned/i.test(page(one)))) {
      const text = page(path);
      const { document } = new JSDOM(text).window;
      quoted += document.body.textContent?.includes("pwned") ? 1 : 0;
      for (const script of document.querySelectorAll("script")) expect(script.textContent, path).not.toContain("pwned");
      expect(
        document.querySelectorAll("iframe, object, embed, base, form[action], meta[http-equiv=refresh]").length,
      ).toBe(0);
      for (const element of document.querySelectorAll("*"))
        for (const { name, value } of element.attributes) {
          expect(name, path).not.toMatch(/^on/);
          // The empty icon is the site's own.
          if ((name === "href" || name === "src") && value !== "data:,")
            expect(value, path).not.toMatch(/^\s*(javascript|data|vbscript):/i);
        }
      expect(
        OBEYED.filter((mark) => text.includes(mark)),
        path,
      ).toEqual([]);
    }
    expect(quoted).toBeGreaterThan(0);
  });

  test("CSV downloads hold no cell that a spreadsheet would run", () => {
    const files = filesBelow(join(data, "site", "downloads")).filter((path) => path.endsWith(".csv"));
    expect(files.length).toBeGreaterThan(5);
    let hostile = 0;
    for (const file of files) {
      const rows = parse(readFileSync(join(data, "site", "downloads", file))) as string[][];
      for (const cell of rows.flat()) {
        hostile += cell.includes("pwned") ? 1 : 0;
        if (/^[=+\-@\t\r\n]/.test(cell)) expect(Number(cell), `${file}: ${cell}`).not.toBeNaN();
      }
    }
    expect(hostile).toBeGreaterThan(0);
  });
});

test("status and query tables show no mark that a terminal obeys", async () => {
  const table = await run(["query", "SELECT title, employer FROM marts.posting ORDER BY ALL", "--format", "table"]);
  const status = await run(["status"]);
  for (const { stdout } of [table, status]) expect(OBEYED.filter((mark) => stdout.includes(mark))).toEqual([]);
  expect(table.stdout).toContain("pwned");
});
