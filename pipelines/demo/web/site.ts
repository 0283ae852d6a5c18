import { plain, type Route, type Site, siteOf } from "../boards/answer.js";
import type { Dialect } from "../boards/dialects.js";
import { jsonld, jsonldMissing } from "../boards/jsonld.js";
import { dayOf } from "../calendar.js";
import type { WebBoard } from "./boards.js";
import { shelfOn, type Write } from "./days.js";
import type { Day, Sown } from "./sow.js";

/** A board with its postings over all days. */
export type Field = readonly [board: WebBoard, sown: readonly Sown[]];

/** The web at a time: its day, counted from 1, the ISO date of its first, and who writes its texts. */
export interface Moment {
  day: Day;
  first: string;
  write: Write;
}

const robotsOf = (bars: readonly string[]): string =>
  `User-agent: *\n${["/private/", ...bars].map((path) => `Disallow: ${path}\n`).join("")}`;

/** Answers of one platform's boards, or of one plain site (dialect null), at a moment. */
export function siteOn(
  dialect: Dialect | null,
  fields: readonly Field[],
  { day, first, write }: Moment,
  origin: string,
  more: readonly Route[] = [],
): Site {
  const shelves = fields.map(([board, sown]) => shelfOn(board, sown, day, first, write));
  const changed = dayOf(first);
  if (dialect === null) {
    const { habit } = fields[0]![0];
    const manner = { missing: () => jsonldMissing(changed), validators: habit.validators };
    return siteOf(jsonld(shelves[0]!, origin, habit), manner);
  }
  const { validators, zips, missing } = dialect;
  const robots: Route = ["/robots.txt", () => plain(robotsOf(dialect.bars), changed)];
  const routes = [robots, ...shelves.flatMap((shelf) => dialect.routes(shelf)), ...more];
  return siteOf(routes, { missing: () => missing(changed), validators, zips });
}
