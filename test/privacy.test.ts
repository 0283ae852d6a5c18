import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { load } from "cheerio";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { contactSpans } from "../extractors/privacy/plain.js";
import { withoutAddresses, withoutContacts, withoutContactsInMarkup } from "../extractors/privacy.js";
import { htmlToText } from "../extractors/text.js";
import { filesBelow } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { openLake } from "../pipelines/lake.js";
import { emptyFolder } from "./support/folder.js";

const input = (name: string): string => readFileSync(packagePath("test", "input", "privacy", name), "utf8");
const table = (name: string): Record<string, string>[] => parse(input(name), { columns: true });

describe("plain text", () => {
  test.each(table("removed.csv"))("$text -> $stored", ({ text = "", stored }) => {
    expect(withoutContacts(text)).toBe(stored);
    expect(withoutContacts(`Duties.\n\n${text}\n\nBenefits.`)).toBe(`Duties.\n\n${stored}\n\nBenefits.`);
  });

  test.each(table("kept.csv"))("%o stays", ({ text = "" }) => {
    expect(withoutContacts(text)).toBe(text);
    expect(withoutContacts(`Duties.\n\n${text}\n\nBenefits.`)).toBe(`Duties.\n\n${text}\n\nBenefits.`);
  });

  it("takes e-mail addresses only out of short fields", () => {
    expect(withoutAddresses("Contact Jane Doe (jane@example.com)")).toBe("Contact Jane Doe ([e-mail])");
    expect(withoutAddresses("1-800-555-0199 Plumbing")).toBe("1-800-555-0199 Plumbing");
  });
});

describe("answers", () => {
  const json = withoutContactsInMarkup(input("answer.json"), "application/json; charset=utf-8");
  const html = withoutContactsInMarkup(input("page.html"), "text/html");
  const feed = withoutContactsInMarkup(input("feed.xml"), "application/atom+xml");

  it("empties contacts' keys of JSON, cleans its texts and leaves the rest letter by letter", () => {
    const before = JSON.parse(input("answer.json"));
    const after = JSON.parse(json);
    expect(after).toEqual({
      ...before,
      recruiter: {},
      hiringTeam: [],
      creator: {},
      contact_email: "",
      contactPhone: null,
      by: "",
      content: "&lt;p&gt;Questions? Contact: &lt;b&gt;[name]&lt;/b&gt;, [e-mail]&lt;/p&gt;",
      description: '<p>Call <a href="tel:[phone]">[phone]</a></p>',
      plain: "Contact:\n[name]\nNFPA 70E, 29 CFR 1910.120",
    });
    expect(json).toContain('"id": 900719925474099312345');
    expect(json).toContain("https:\\/\\/example.com");
  });

  it("reads pages across tags and references, in scripts and in links", () => {
    const page = load(html);
    expect(JSON.parse(page("script").text())).toEqual({
      "@type": "JobPosting",
      title: "Ward clerk",
      applicationContact: {},
      description: "<p>Mail [e-mail]</p>",
    });
    expect(page("body").attr("data-owner")).toBe("[e-mail]");
    expect(
      page("a")
        .map((_, link) => page(link).attr("href"))
        .get(),
    ).toEqual(["mailto:[e-mail]", "tel:[phone]"]);
    expect(htmlToText(html)).toContain(
      "Contact: [name], [e-mail]\n\nPhone [phone]\n\nOSHA 10, 29 CFR 1910.120, $45,000 – $60,000",
    );
    expect(html).not.toMatch(/Jane|example\.com|0123/);
  });

  it("empties authors of feeds and cleans their entries", () => {
    const xml = load(feed, { xml: true });
    expect(xml("author name").text()).toBe("");
    expect(xml("title").text()).toBe("Ward clerk");
    expect(xml("content").text()).toBe("<p>Contact [name] on [phone].</p><p>NMC registration.</p>");
    expect(feed).not.toMatch(/Jane|7946/);
  });
});

// Tokens that meet in every order: what one removal leaves must be no new find.
const TOKENS =
  "jane@example.com|@|(at)| at |example|.com| dot |415-555-0123|020 7946 0958|0|55| |\n|\n\n|Contact: |contact |Recruiter: |reach out to |" +
  "Jane|Doe|Human Resources|Name|Job title|Phone |Job ID |[e-mail]|[name]|[phone]|, |. |(|)|+|-|/|email |HR|Recruiter|Dr. |$";
const tokens = fc.array(fc.constantFrom(...TOKENS.split("|")), { maxLength: 40 }).map((parts) => parts.join(""));
const marked = fc.constantFrom(
  "<p>",
  "</p>",
  "<b>",
  "</b>",
  "&amp;",
  "&#64;",
  "&lt;p&gt;",
  "&nbsp;",
  "<",
  "&",
  '"',
  "\\",
);
const markup = fc.array(fc.oneof(tokens, marked), { maxLength: 12 }).map((parts) => parts.join(""));
const RUNS = { numRuns: 2000, seed: 11 };

describe("properties", () => {
  it("doing it twice is doing it once", () => {
    fc.assert(
      fc.property(tokens, (text) => {
        const once = withoutContacts(text);
        expect(withoutContacts(once)).toBe(once);
      }),
      RUNS,
    );
  });

  it("no e-mail address is left, whatever stands around it", () => {
    fc.assert(
      fc.property(tokens, tokens, (before, after) => {
        expect(withoutContacts(`${before} jane@example.com ${after}`)).not.toContain("jane@");
      }),
      RUNS,
    );
  });

  it("JSON stays JSON, with its keys", () => {
    const keys = fc.constantFrom("title", "recruiter", "hiringTeam", "contactEmail", "phone", "text");
    const leaf = fc.oneof(markup, fc.integer(), fc.boolean(), fc.constant(null));
    const value = fc.dictionary(keys, fc.oneof(leaf, fc.array(leaf), fc.dictionary(keys, leaf)));
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1), (given, indent) => {
        const clean = JSON.parse(withoutContactsInMarkup(JSON.stringify(given, null, indent), "application/json"));
        expect(Object.keys(clean)).toEqual(Object.keys(given));
      }),
      RUNS,
    );
  });

  it("markup keeps its tags", () => {
    const tags = (html: string): string[] => html.match(/<\/?[bp]>/g) ?? [];
    const balanced = tokens.map((text) => `<p>${text.replaceAll("<", "")}<b>${text}</b></p>`);
    fc.assert(
      fc.property(balanced, (html) => {
        expect(tags(withoutContactsInMarkup(html, "text/html"))).toEqual(tags(html));
      }),
      RUNS,
    );
  });

  it("a text without digits, at signs and cues is the same string", () => {
    const words = fc.array(fc.constantFrom("Forklift", "nurse", "and", "the", "NFPA", "\n", ", "), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(" ");
        expect(withoutContacts(text)).toBe(text);
        expect(contactSpans(text)).toEqual([]);
      }),
    );
  });

  // Quadratic work would take minutes on these; the runner's own time limit is the only clock.
  it.each([
    ["digits", "1".repeat(2_000_000)],
    ["spaced digits", "1 ".repeat(500_000)],
    ["at signs", "@".repeat(2_000_000)],
    ["dots", `${"a.".repeat(1_000_000)}@${"a.".repeat(100_000)}`],
    ["addresses", "a@".repeat(1_000_000)],
    ["words at", " at ".repeat(500_000)],
    ["cues", "contact ".repeat(250_000)],
    ["cued names", "contact Jane Doe ".repeat(50_000)],
    ["names and addresses", `${"Jane Doe ".repeat(50_000)}${"jane@example.com ".repeat(30_000)}`],
    ["brackets", "[".repeat(1_000_000)],
    ["tags", "<".repeat(1_000_000)],
    ["escaped tags", "&lt;a".repeat(200_000)],
    ["quotes", '"\\'.repeat(500_000)],
    ["open objects", '"owner":{'.repeat(100_000)],
    ["open elements", "<author>".repeat(100_000)],
  ])("stays linear on %s", (_, text) => {
    expect(typeof withoutContacts(text)).toBe("string");
    for (const type of ["application/json", "text/html"])
      expect(typeof withoutContactsInMarkup(text, type)).toBe("string");
    expect(typeof withoutContactsInMarkup(`<?xml?>${text}`, "text/xml")).toBe("string");
  });
});

test("nothing that enters the lake holds a contact: postings, raw rows, answers, refusals", async () => {
  const lake = openLake(emptyFolder());
  const secret = "Contact: Jane Doe, jane@example.com, 415-555-0123";
  const batch = lake.beginBatch({ id: "b1", source: "dock", platform: "file", seen_on: "2026-10-31" });
  batch.add({
    requisition: "1",
    title: `Clerk, mail jane@example.com`,
    employer: "Acme (jane@example.com)",
    text: secret,
  });
  batch.add({ requisition: "2", title: "Clerk", html: `<p>${secret}</p>`, url: "mailto:jane@example.com" });
  batch.keepAnswer({
    url: "https://example.com/jobs",
    status: 200,
    content_type: "application/json",
    body: JSON.stringify({ recruiter: "Jane Doe", text: secret }),
  });
  batch.refuse({
    where: "rows.csv",
    line: 3,
    field: "title",
    value: secret,
    reason: "too long",
    item: { owner: "Jane Doe", notes: secret },
  });
  await batch.commit();
  const connection = await lake.connection();
  const files = filesBelow(lake.paths.postings, ".parquet").map((file) => `'${file}'`);
  const reader = await connection.runAndReadAll(
    `SELECT title, employer, text, url FROM read_parquet([${files.join(",")}], hive_partitioning = false) ORDER BY requisition`,
  );
  expect(reader.getRowObjectsJson()).toEqual([
    { title: "Clerk, mail [e-mail]", employer: "Acme", text: "Contact: [name], [e-mail], [phone]", url: null },
    { title: "Clerk", employer: null, text: "Contact: [name], [e-mail], [phone]", url: null },
  ]);
  lake.close();
  const kept = [lake.paths.raw, lake.paths.quarantine].flatMap((folder) => filesBelow(folder, ".gz"));
  expect(kept).toHaveLength(2);
  for (const file of kept) expect(gunzipSync(readFileSync(file)).toString()).not.toMatch(/Jane|jane|0123/);
});

const GOLD = packagePath("..", "shared", "gold", "dev.jsonl");
if (!existsSync(GOLD))
  process.stdout.write("privacy: ../shared/gold is not there, so its certificates are not checked\n");

test.skipIf(!existsSync(GOLD))("no certificate of the gold postings is touched", () => {
  const postings = readFileSync(GOLD, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; text: string; certificates: { start: number; end: number }[] });
  const touched = postings.flatMap(({ id, text, certificates }) =>
    contactSpans(text)
      .filter((span) => certificates.some(({ start, end }) => span.start < end && start < span.end))
      .map(({ start, end }) => `${id}: ${text.slice(start, end)}`),
  );
  expect(postings.length).toBeGreaterThan(200);
  expect(touched).toEqual([]);
});
