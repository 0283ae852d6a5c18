import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { splitAbbreviation } from "../pipelines/audit/abbreviation.js";
import { matcherOf } from "../pipelines/audit/match.js";
import { wordsOf } from "../pipelines/audit/words.js";

const taxonomy = loadTaxonomy();
const match = matcherOf(taxonomy);

describe("names of a list", () => {
  it.each([
    ["cisco-ccna", "id or name", "cisco-ccna", 1],
    ["COMPTIA A+", "id or name", "comptia-a-plus", 1],
    ["CCNA", "alias", "cisco-ccna", 0.95],
    ["Food Handler Certification", "alias", "food-handler-card", 0.95],
    ["FEMA certification", "alias", "fema-ics", 0.8],
    ["Certified Nurse Aide (CNA)", "abbreviation", "cna", 0.98],
    ["CNA - Certified Nurse Aide", "abbreviation", "cna", 0.98],
    ["Novell Administrator (CNA)", "abbreviation", "novell-cna", 0.9],
    ["Internet Core Computing - IC3", "abbreviation", "ic3-digital-literacy", 0.9],
    ["Licensed Practical Nurse (LPN) License", "abbreviation", "lpn", 0.9],
    ["Pesticide Applicators Certification", "same words", "pesticide-applicator", 0.9],
    ["Certificate in Medical Assisting", "same words", "medical-assistant-certification", 0.9],
    ["Microsft Office Specalist Excel", "same words", "mos-excel", 0.9],
    ["Microsoft Office Specialist Excel 2019", "same words", "mos-excel", 0.9],
    ["Comptia Networks +", "same words", "comptia-network-plus", 0.9],
    ["A.S.K. Business Institute Certificates", "same words", "ask-business-institute", 0.9],
  ])("%s: %s, %s", (name, method, id, confidence) => {
    expect(match(name)).toMatchObject({ method, certificate_id: id, confidence, candidates: [] });
  });

  it("takes the best of what is merely alike only where it leads: its confidence is below that of the same words", () => {
    const { method, certificate_id, confidence } = match("Associate Child Development Specialist");
    expect([method, certificate_id]).toEqual(["alike", "child-development-associate"]);
    expect(confidence).toBeLessThan(0.9);
  });

  it.each([
    ["an abbreviation that several share", "CNA", "novell-cna"],
    ["words and abbreviation that contradict each other", "Pharmacy Technician (CPhT) License", "cpht"],
    ["an abbreviation that its words do not bear out", "Certified Landscape Technician (CLT)", "mssc-clt"],
    ["a subject alone", "Network Certification", "testout-network-pro"],
    ["one word in common", "Millwright", "red-seal"],
  ])("leaves %s to a person", (_, name, candidate) => {
    const { method, certificate_id, confidence, candidates } = match(name);
    expect([certificate_id, confidence]).toEqual([null, null]);
    expect(method).toBe("doubtful");
    expect(candidates.length).toBeLessThanOrEqual(3);
    expect(candidates.map(({ id }) => id)).toContain(candidate);
  });

  it.each(["", "   ", "()", "(((", "???", "Underwater Basket Weaving", "certificate", "漢字 🙂", "a".repeat(5000)])(
    "finds nothing like %j",
    (name) => {
      expect(match(name)).toEqual({ method: "none", confidence: null, certificate_id: null, by: "", candidates: [] });
    },
  );

  it("always matches the exact name and id of a certificate to itself", () => {
    const all = [...taxonomy.certificates.values()];
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom("as it is", "id", "upper case"), (certificate, how) => {
        const name =
          how === "id" ? certificate.id : how === "upper case" ? certificate.name.toUpperCase() : certificate.name;
        expect(match(name)).toMatchObject({ certificate_id: certificate.id, confidence: 1 });
      }),
      { numRuns: 1000 },
    );
  });

  it("never takes a certificate from text that shares no word with it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        const { certificate_id: id, confidence } = match(name);
        expect(id === null).toBe(confidence === null);
        if (confidence !== null) expect(confidence).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("words and abbreviations", () => {
  it.each([
    ["CompTIA A+ Certification", ["comptia", "a+"]],
    ["Certified C++ Programmers", ["c++", "programm"]],
    ["A*S*K Business", ["ask", "busi"]],
    ["License of the", []],
  ])("telling words of %s", (name, words) => expect(wordsOf(name)).toEqual(words));

  it.each([
    ["Certified Nurse Aide (CNA)", { words: "Certified Nurse Aide", abbreviation: "CNA" }],
    ["Pharmacy Technician (CPhT) License", { words: "Pharmacy Technician License", abbreviation: "CPhT" }],
    ["IC3 - Internet Core", { words: "Internet Core", abbreviation: "IC3" }],
    ["Career Connections (Levels 1, 2, and 3 certificates)", null],
    ["A - B - C", null],
    ["Plain name", null],
  ])("%s", (name, split) => expect(splitAbbreviation(name)).toEqual(split));
});
