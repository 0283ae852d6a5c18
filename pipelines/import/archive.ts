import type { Batch } from "../lake/batch.js";
import { type ArchiveCounts, archivedPostings, isPosting } from "../warc/postings.js";

const TICK_EVERY = 100;

/** Puts the postings of a web archive into a batch; damaged parts and unusable postings are refusals. */
export const importArchive = async (
  file: string,
  batch: Batch,
  { source, tick, note }: { source: string | undefined; tick: (rows: number) => void; note: (text: string) => void },
): Promise<void> => {
  const counts: ArchiveCounts = { records: 0, pages: 0, damaged: 0 };
  let rows = 0;
  for (const one of archivedPostings(file, counts)) {
    rows += 1;
    if (rows % TICK_EVERY === 0) {
      tick(TICK_EVERY);
      await batch.ready();
    }
    if (!isPosting(one)) batch.refuse(one);
    else
      batch.add(one.raw, {
        source: source ?? one.source,
        board: one.source,
        ...(one.seen_on && { seen_on: one.seen_on }),
      });
  }
  tick(rows % TICK_EVERY);
  if (counts.damaged > 0)
    note(`${file}: ${counts.damaged} damaged parts were passed over; the quarantine has their offsets`);
  if (counts.records === 0) note(`${file}: no WARC record in it`);
};
