import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { Mention } from "../models/mention.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";

const extractor = createExtractor(loadTaxonomy());
const read = (file: string): Record<string, string>[] =>
  parse(readFileSync(packagePath("test", "input", "extraction", file)), { columns: true });
const certificates = (text: string, title?: string) =>
  extractor.extract({ text, title }).mentions.filter(({ kind }) => kind === "certificate");
const named = (text: string) => certificates(text).filter(({ entity }) => !entity.startsWith("generic-"));
const groupsOf = (text: string) => certificates(text).map(({ entity, group }) => `${entity} ${group ?? "-"}`);

describe("certificates in context", () => {
  it.each(read("ambiguous.csv"))("$text -> $expected", ({ text, expected, requirement }) => {
    const mentions = named(text!);
    const wanted = expected === "none" ? [] : expected!.split(";");
    expect([...new Set(mentions.map(({ entity }) => entity))].sort()).toEqual([...wanted].sort());
    if (requirement) expect(mentions.find(({ entity }) => entity === wanted[0])?.requirement).toBe(requirement);
  });

  it("reads the title's words as context", () => {
    expect(certificates("CDA required.", "Dental assistant").map(({ entity }) => entity)).toEqual(["danb-cda"]);
    expect(certificates("CDA required.", "Preschool teacher").map(({ entity }) => entity)).toEqual([
      "child-development-associate",
    ]);
  });

  it("takes a title over a list for the job, and an item for the licence", () => {
    const title = "Licensed Practical Nurse (LPN)";
    expect(certificates(`Duties & Qualifications\n${title}\n• Paid time off\n• Kind words`)).toEqual([]);
    expect(certificates(`Qualifications\n• ${title}\n• Kind words`).map(({ entity }) => entity)).toEqual(["lpn"]);
  });

  it("takes a name and its abbreviation as one span", () => {
    const [mention] = certificates("Project Management Professional (PMP) required");
    expect(mention?.surface).toBe("Project Management Professional (PMP)");
  });

  it.each([
    "(RN) Registered Nurse",
    "RN compact license",
    "RN - Registered Nurse",
    "BLS-Basic Life Support",
    "FAA Part 107 drone license",
  ])("takes the halves of %s as one span", (name) => {
    expect(certificates(`Requirements\n• ${name}\n• Own car`).map(({ surface }) => surface)).toEqual([name]);
  });

  it("keeps apart two words for one skill, which are no halves of a name", () => {
    const { mentions } = extractor.extract({ text: "Excellent teamwork team player attitude." });
    expect(mentions.map(({ surface }) => surface)).toEqual(["teamwork", "team player"]);
  });

  it("takes a whole first line for the job's title", () => {
    expect(certificates("Certified Registered Nurse Anesthetist, CRNA, Float Team\n\nHours: days")).toEqual([]);
    expect(certificates("About\n\nCertified Nurse Aide (CNA) – Skilled Care - Evening - Hill\n\nFull time")).toEqual(
      [],
    );
    expect(certificates("Certified Registered Nurse Anesthetist, license required\n\nHours: days")).toHaveLength(1);
  });

  it("keeps alternatives that a slash or comma parts", () => {
    expect(certificates("Must be RGN/RMN qualified.").map(({ surface }) => surface)).toEqual(["RGN", "RMN"]);
  });

  it("drops a family that only introduces its members", () => {
    expect(named("Microsoft certifications such as MCSE preferred").map(({ entity }) => entity)).toEqual([
      "microsoft-mcse",
    ]);
    expect(named("Microsoft certification preferred").map(({ entity }) => entity)).toEqual(["microsoft-certification"]);
  });
});

describe("lists whose items share a noun, and items whose line end was lost", () => {
  it.each(read("lists.csv"))("$text -> $expected", ({ text, expected }) => {
    const entities = [...new Set(named(text!).map(({ entity }) => entity))].sort();
    expect(entities.join(";") || "none").toBe(expected);
  });

  it("begins a section where a heading's line end was lost", () => {
    const text = (heading: string) =>
      `Benefits\nWe pay for your courses, and duties may change without formal notice.${heading} CNA certification`;
    expect(certificates(text("Qualifications"))[0]?.requirement).toBe("required");
    expect(certificates(text("Preferred Qualifications"))[0]?.requirement).toBe("preferred");
  });
});

describe("skills in context", () => {
  const skills = (text: string, title?: string): string[] =>
    extractor
      .extract({ text, title })
      .mentions.filter(({ kind }) => kind === "skill")
      .map(({ entity, surface }) => `${entity} ${surface}`);

  it("needs the words of the same or the next sentence", () => {
    expect(skills("We write Git hooks in Python.")).toContain("git Git");
    expect(skills("We use Git.\nPython is our language.")).toContain("git Git");
    expect(skills("We use Git.\nLunch is free.\nPython is our language.", "Python developer")).not.toContain("git Git");
  });

  it("refuses a forbidden phrase that begins in the name", () => {
    expect(skills("Filing and typing for the office.")).toContain("filing Filing and typing");
    expect(skills("Office mail. Your age at the time of filing counts; typing and phones.")).toEqual(
      skills("Office mail. Your age counts; typing and phones."),
    );
    expect(skills("You excel: you Excel in a fast office, with software.").filter((one) => /excel/.test(one))).toEqual(
      [],
    );
  });

  it.each([
    ["Python and SASS are used in programming statistics.", "sas"],
    ["Software: JavaScript, GitHub.", "git"],
    ["Software: JavaScript, GitHub.", "java"],
    ["Google and ZoomInfo software.", "zoom"],
    ["A CS degree and programming in Python.", "c"],
  ])("%s has no %s", (text, entity) => {
    expect(skills(text).filter((one) => one.startsWith(`${entity} `))).toEqual([]);
  });

  it("reads an ampersand as an and", () => {
    expect(skills("Labor & Delivery unit.")).toEqual(["labor-and-delivery Labor & Delivery"]);
  });
});

describe("alternatives", () => {
  it("numbers what an or joins", () => {
    expect(groupsOf("A+, Network+ or Security+ certification preferred")).toEqual([
      "comptia-a-plus 1",
      "comptia-network-plus 1",
      "comptia-security-plus 1",
    ]);
  });

  it("leaves what an and joins alone", () => {
    expect(groupsOf("BLS, ACLS and PALS required for pediatric nurses")).toEqual(["cpr-bls -", "acls -", "pals -"]);
  });
});

describe("holders as titles", () => {
  const title = "Licensed Practical Nurse (LPN)";
  it.each([
    [`${title}\nWe are a clinic in Ohio.`, []],
    [`Nurses\n${title}:\n- gives medication\n- takes notes`, []],
    [`Requirements\n${title}`, ["lpn"]],
  ])("%s", (text, expected) => {
    expect(certificates(text, title).map(({ entity }) => entity)).toEqual(expected);
  });
});

describe("unnamed requests", () => {
  const generic = (text: string): string[] =>
    certificates(text).map(({ entity, requirement }) => `${entity} ${requirement}`);

  it.each(read("unnamed.csv"))("$text -> $expected", ({ text, expected }) => {
    expect(generic(text!.replaceAll("\\n", "\n"))).toEqual(expected === "none" ? [] : expected!.split(";"));
  });

  it.each([
    ["Relevant certification preferred.", ["generic-certification preferred"]],
    ["Professional license required.", ["generic-license required"]],
    ["You must be certified.", ["generic-certification required"]],
    ["Bachelor's degree required; advanced degree or certification is a plus.", ["generic-certification preferred"]],
  ])("%s", (text, expected) => {
    expect(generic(text)).toEqual(expected);
  });

  it.each([
    "Birth certificate required.",
    "Software licenses are required to be tracked.",
    "Sell gift certificates.",
    "ISO certification required of suppliers.",
    "Certifications:",
  ])("%s names none", (text) => {
    expect(generic(text)).toEqual([]);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    ..."CCNA|A+|required|preferred|must have|RN|Registered Nurse|(|)|•|\n|, |; |or|certification|license|BLS/ACLS|Series 7, 63|’s|界|🚛|é|www.cna.com|Requirements:|Class A or B CDL|Excel".split(
      "|",
    ),
  );
  const text = fc
    .array(fc.oneof(words, fc.string({ maxLength: 8, unit: "binary" })), { maxLength: 40 })
    .map((parts) => parts.join(" "));

  it("keeps the offset law, in order and without overlaps", () => {
    fc.assert(
      fc.property(text, (given) => {
        let last = 0;
        for (const mention of extractor.extract({ text: given }).mentions) {
          expect(Mention.safeParse(mention).success).toBe(true);
          expect(given.slice(mention.start, mention.end)).toBe(mention.surface);
          expect(mention.start).toBeGreaterThanOrEqual(last);
          last = mention.end;
        }
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it("is read the same way twice", () => {
    const posting = { text: "CCNA or Network+ required. BLS a plus.", title: "Technician" };
    expect(extractor.extract(posting)).toEqual(extractor.extract(posting));
  });

  it("is explained by the mentions that it has", () => {
    const posting = { text: "CCNA or Network+ required." };
    const spans = extractor.explain(posting).map(({ found }) => [found.start, found.end]);
    expect(spans).toEqual(extractor.extract(posting).mentions.map(({ start, end }) => [start, end]));
  });
});

describe("the version", () => {
  it("changes with the code and with the taxonomy", () => {
    const taxonomy = loadTaxonomy();
    const one = createExtractor(taxonomy, "a").version;
    expect(createExtractor(taxonomy, "a").version).toBe(one);
    expect(createExtractor(taxonomy, "b").version).not.toBe(one);
    expect(createExtractor({ ...taxonomy, version: "other" }, "a").version).not.toBe(one);
  });
});
