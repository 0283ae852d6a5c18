import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { readModels } from "../warehouse/model.js";
import { toJson } from "../warehouse/query-text.js";
import { type GivenPosting, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";

/** A certificate of each subject that the articles name, and a skill that it attests. */
const SUBJECTS = [
  ["soft skills", "communication-skills-for-business", "written-communication"],
  ["digital literacy", "ic3-digital-literacy", "digital-literacy"],
  ["coding", "certiport-its-python", "python"],
  ["graphic design", "acp-photoshop", "photoshop"],
  ["digital marketing", "hootsuite-certification", "social-media-marketing"],
  ["data entry", "data-entry-certificate", "data-entry"],
  ["Cisco", "cisco-ccna", "networking"],
  ["Microsoft", "mos-excel", "microsoft-excel"],
] as const;

/** Per subject `place` + 1 postings that name the certificate and twice as many that ask for the skill; then one a soft skill that the articles name. */
const SOFT = ["communication-skills", "teamwork", "problem-solving"];
const postings: GivenPosting[] = SUBJECTS.flatMap(([, certificate, skill], place) => [
  ...Array.from({ length: place + 1 }, (_, i) => ({
    id: `n${place}-${i}`,
    asks: [`certificate:${certificate} required`],
  })),
  ...Array.from({ length: 2 * (place + 1) }, (_, i) => ({ id: `s${place}-${i}`, asks: [`${skill} required`] })),
]).concat(SOFT.map((skill) => ({ id: skill, asks: [`${skill} preferred`] })));
const ALL = 3 * 36 + SOFT.length;

describe("subjects that the articles name", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "certworth-questions-"));
  let path = "";
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  beforeAll(async () => {
    const dated = postings.map((posting) => ({ ...posting, posted_on: "2024-05-05", soc: "43-9061" }));
    await writeLake(dataDir, lakeOf({ postings: dated }));
    const taxonomyDir = packagePath("models", "taxonomy");
    ({ path } = await buildWarehouse({ dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1" }));
  }, 120_000);

  const ask = <Row>(sql: string): Promise<Row[]> => queryRows<Row>(sql, { path, convert: toJson });

  it("are these eight", async () => {
    const rows = await ask<{ subject: string }>(
      "SELECT DISTINCT subject FROM marts.question_subjects ORDER BY subject",
    );
    expect(rows.map(({ subject }) => subject)).toEqual(SUBJECTS.map(([subject]) => subject).sort());
  });

  it.each(SUBJECTS)("%s: certificates by name, and their skills", async (subject, certificate, skill) => {
    const place = SUBJECTS.findIndex(([one]) => one === subject) + 1;
    const rows = await ask<{ measure: string; k: number; n: number; low: number; high: number; certificates: number }>(
      `SELECT measure, numerator AS k, n, share_low AS low, share_high AS high, certificates FROM marts.question_subjects
       WHERE subject = '${subject}' AND period = 'last 12 months' ORDER BY measure`,
    );
    expect(rows.map(({ measure, k, n }) => [measure, k >= (measure === "named" ? place : 2 * place), n])).toEqual([
      ["named", true, ALL],
      ["skills", true, ALL],
    ]);
    expect(rows[0]!.k).toBe(place);
    for (const { k, low, high, certificates } of rows) {
      expect(low).toBeLessThan(k / ALL);
      expect(high).toBeGreaterThan(k / ALL);
      expect(certificates).toBeGreaterThanOrEqual(3);
    }
    const [held] = await ask<{ k: number; n: number }>(
      `SELECT numerator AS k, denominator AS n FROM marts.question_which_hold WHERE certificate_id = '${certificate}'`,
    );
    expect(held!.k).toBeGreaterThan(0);
    expect(held!.n).toBe(ALL);
    const linked = await ask(
      `SELECT count(*) AS n FROM marts.skill_month WHERE skill_id = '${skill}' AND scope = 'all' AND asking >= ${2 * place}`,
    );
    expect(linked).toEqual([{ n: 1 }]);
  });

  it.each(SOFT)("%s is measured by name", async (skill) => {
    const rows = await ask(
      `SELECT numerator AS k, denominator AS n, "groups" FROM marts.question_soft_skills WHERE measure = 'skill' AND subject = '${skill}'`,
    );
    expect(rows).toEqual([{ k: 1, n: ALL, groups: 1 }]);
  });

  it("data entry has its certificate, with a status and what its change is made of, and its occupations", async () => {
    const rows = await ask(
      `SELECT measure, subject, n, status FROM marts.question_data_entry
       WHERE subject IN ('data-entry-certificate', 'data entry', '43-9021') AND measure <> 'skills before'`,
    );
    // 12 postings ask for data entry, whose weight is 0.749 of an ask.
    expect(rows).toEqual([
      { measure: "certificate", subject: "data-entry-certificate", n: 9, status: "insufficient evidence" },
      { measure: "occupation", subject: "43-9021", n: 0, status: null },
      { measure: "skills now", subject: "data entry", n: ALL, status: null },
    ]);
  });

  it("each mart of a question says what it measures, of how many, with an interval", async () => {
    const models = readModels(packagePath("warehouse"));
    const questions = models.filter(({ layer, name }) => layer === "marts" && name.startsWith("question_"));
    expect(questions).toHaveLength(11);
    for (const { name, columns } of questions) {
      for (const column of ["numerator", "denominator", "share", "share_low", "share_high", "n", "measured"])
        expect([...columns.keys()], name).toContain(column);
      const [row] = await ask<{ unsaid: number }>(
        `SELECT count(*) AS unsaid FROM marts.${name} WHERE measured NOT LIKE '%.'`,
      );
      expect(row!.unsaid, name).toBe(0);
    }
  });
});
