import type { RawPosting } from "../../models/posting.js";
import { isoOf } from "./calendar.js";
import type { DemoPosting } from "./posting.js";
import type { Composed } from "./text/compose.js";
import { toHtml, toText } from "./text/document.js";
import { MARKUPS } from "./text/markup.js";

/** A row of our own import shape. */
export type ArchiveRow = RawPosting & { source: string };

/** Boards whose archive keeps the mark-up; the others were saved as plain text. */
const KEEPS_HTML = new Set(["demo-pixelforge", "demo-cobalt-cloud", "demo-lakeside-schools"]);

export function archiveRow(posting: DemoPosting, { blocks, habits }: Composed): ArchiveRow {
  const { board, place, pay } = posting;
  const content = KEEPS_HTML.has(board.id)
    ? { html: toHtml(blocks, MARKUPS[board.platform]) }
    : { text: toText(blocks, habits) };
  return {
    source: board.id,
    requisition: posting.requisition,
    title: posting.title,
    employer: posting.employer,
    ...content,
    posted_on: isoOf(posting.posted),
    closed_on: isoOf(posting.closed),
    region: place.region,
    locations: [`${posting.city}, ${place.region.slice(3)}`],
    url: `http://127.0.0.1/${board.board}/jobs/${posting.requisition}`,
    employment_type: posting.employment,
    ...(pay !== null && { pay_min: pay.min, pay_max: pay.max, pay_currency: "USD", pay_period: pay.period }),
    lang: "en",
  };
}
