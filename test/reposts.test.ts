import { describe, expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { emptyFolder } from "./support/folder.js";
import { EXTRACTOR, type LakeRows, writeLake } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";
import { sampleRows } from "./support/sample-lake.js";

type Row = Record<string, unknown>;

const later = (day: unknown, days: number): string =>
  new Date(Date.parse(String(day)) + days * 86_400_000).toISOString().slice(0, 10);

/** A sentence more and one gone, as an advert that was touched up. */
const touched = (text: unknown, again: number): string =>
  `${String(text).replace(/^Vacancy \d+\. /, "")} Apply now ${again}.`;

/** Texts as long as adverts are: 160 words more, each posting's own. */
const lengthened = (rows: LakeRows): LakeRows => ({
  ...rows,
  postings: rows.postings.map((posting, i) => ({
    ...posting,
    text: `${posting.text} ${Array.from({ length: 160 }, (_, word) => `word${(i * 37 + word * word) % 9973}`).join(" ")}`,
  })),
});

/** A third of the postings come again, up to three times, under new requisitions: word by word or touched up. */
const withReposts = (rows: LakeRows): LakeRows => {
  const facts = new Map(rows.extractions.map((row) => [row.posting_id, row]));
  const copies = rows.postings
    .filter((_, i) => i % 3 === 0)
    .flatMap((posting: Row, i) =>
      [1, 2, 3].slice(0, 1 + (i % 3)).map((again) => {
        const id = { posting_id: `${posting.posting_id}-${again}`, content_hash: `${posting.content_hash}-${again}` };
        const text = (i + again) % 2 === 0 ? posting.text : touched(posting.text, again);
        const posted_on = later(posting.posted_on, 20 * again);
        const seen_on = later(posting.seen_on, 20 * again);
        const copy = {
          ...posting,
          ...id,
          text,
          posted_on,
          seen_on,
          closed_on: null,
          requisition: `again-${id.posting_id}`,
        };
        return { copy, read: { ...facts.get(posting.posting_id), ...id } };
      }),
    );
  return {
    ...rows,
    postings: [...rows.postings, ...copies.map(({ copy }) => copy)],
    extractions: [...rows.extractions, ...copies.map(({ read }) => read)],
  };
};

const sharesOf = async (rows: LakeRows): Promise<Map<string, number>> => {
  const dataDir = emptyFolder();
  await writeLake(dataDir, rows);
  const taxonomyDir = packagePath("models", "taxonomy");
  const { path } = await buildWarehouse({ dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1" });
  const sql = `SELECT certificate_id AS id, sum(asking) / sum(postings) AS share FROM marts.certificate_month
    WHERE scope = 'all' GROUP BY ALL HAVING sum(asking) > 0`;
  return new Map((await queryRows<{ id: string; share: number }>(sql, { path })).map(({ id, share }) => [id, share]));
};

describe("re-posts", () => {
  it("of a third of the postings, up to three times, move no share by more than 2 %", {
    timeout: 120_000,
  }, async () => {
    const rows = lengthened(sampleRows({ postings: 3000, months: 36 }));
    const [once, again] = [await sharesOf(rows), await sharesOf(withReposts(rows))];
    expect(once.size).toBeGreaterThan(20);
    expect(again.size).toBe(once.size);
    for (const [id, share] of once) expect(Math.abs(again.get(id)! / share - 1), id).toBeLessThan(0.02);
  });
});
