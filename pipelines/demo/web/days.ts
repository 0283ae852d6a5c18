import { type Advert, locationOf, type Shelf } from "../boards/advert.js";
import { dayOf, isoOf } from "../calendar.js";
import type { DemoPosting } from "../posting.js";
import type { Composed } from "../text/compose.js";
import { toText } from "../text/document.js";
import type { WebBoard } from "./boards.js";
import type { Day, Sown } from "./sow.js";

export type Write = (posting: DemoPosting) => Composed;

/** How a posting stands to the day before. */
export type Change = "new" | "edited" | "moved" | "closed" | "reopened";

/** The truth of a posting on a day: what a crawl of that day has to find. */
export interface PlantedPosting {
  /** Id of its source. */
  source: string;
  platform: string;
  board: string;
  requisition: string;
  title: string;
  employer: string;
  /** "Fort Worth, TX". */
  location: string;
  /** ISO date. */
  posted: string;
  /** Whether it stands on its board. */
  state: "open" | "closed";
  /** Whether robots.txt bars the page that holds its text: it must never be asked for. */
  forbidden: boolean;
  /** Null where it is as it was the day before; on the first day all are null. */
  change: Change | null;
  /** As the writer made it; mark-up and platforms arrange it otherwise, but leave out none of `lines`. */
  readonly text: string;
  readonly lines: readonly string[];
}

const AFTERTHOUGHT = "Note: the closing date of this advert was extended, and interviews begin in the second week.";

const isOpen = ({ fate }: Sown, day: number): boolean => fate.opens <= day && !fate.closed.includes(day as Day);
const since = (change: Day | undefined, day: Day): boolean => change !== undefined && change <= day;

function movedTo(posting: DemoPosting): DemoPosting {
  const { cities } = posting.place;
  return { ...posting, city: cities[(cities.indexOf(posting.city) + 1) % cities.length]! };
}

function composedOn({ fate }: Sown, posting: DemoPosting, day: Day, write: Write): Composed {
  const composed = write(posting);
  if (!since(fate.edited, day)) return composed;
  return { ...composed, blocks: [...composed.blocks, { kind: "paragraph", text: AFTERTHOUGHT }] };
}

/** A posting as it stands on a day; its text is written when it is read. */
function advertOn(sown: Sown, day: Day, first: number, write: Write): Advert {
  const { fate, barred } = sown;
  const posting = since(fate.moved, day) ? movedTo(sown.posting) : sown.posting;
  const changed = Math.max(...[fate.edited, fate.moved].map((one) => (since(one, day) ? (one ?? 0) : 0)));
  const slug = since(fate.moved, day) && `${posting.requisition}-${posting.city.toLowerCase().replace(/\W+/g, "-")}`;
  return {
    posting,
    get composed() {
      return composedOn(sown, posting, day, write);
    },
    barred,
    ...(changed > 0 && { changed: first + changed - 1 }),
    ...(slug !== false && { slug }),
  };
}

function changeOn({ fate }: Sown, day: Day): Change | null {
  if (day === 1) return null;
  if (fate.opens === day) return "new";
  if (fate.closed.includes(day)) return fate.closed.includes((day - 1) as Day) ? null : "closed";
  if (fate.closed.includes((day - 1) as Day)) return "reopened";
  if (fate.edited === day) return "edited";
  return fate.moved === day ? "moved" : null;
}

/** The last day, up to `day`, on which anything on the board was otherwise than the day before. */
const lastChange = (sown: readonly Sown[], day: Day): number =>
  ([3, 2] as const).find((one) => one <= day && sown.some((each) => changeOn(each, one) !== null)) ?? 1;

/** A board on a day; `today` is the web's first day. */
export function shelfOn(board: WebBoard, sown: readonly Sown[], day: Day, today: string, write: Write): Shelf {
  const first = dayOf(today);
  return {
    board: board.board,
    name: board.name,
    adverts: sown.filter((one) => isOpen(one, day)).map((one) => advertOn(one, day, first, write)),
    home: board.dialect?.hosted ? `/${board.tenant}` : "",
    changed: first + lastChange(sown, day) - 1,
    today: first + day - 1,
  };
}

const linesOf = ({ blocks }: Composed): string[] =>
  blocks.flatMap((block) => (block.kind === "list" ? block.lines : block.text.split("\n")));

/** All postings that a board has or had by that day. */
export function plantedOn(board: WebBoard, sown: readonly Sown[], day: Day, today: string, write: Write) {
  const planted = (one: Sown): PlantedPosting => {
    const advert = advertOn(one, day, dayOf(today), write);
    const { posting } = advert;
    return {
      source: board.id,
      platform: board.platform,
      board: board.board,
      requisition: posting.requisition,
      title: posting.title,
      employer: posting.employer,
      location: locationOf(posting),
      posted: isoOf(posting.posted),
      state: isOpen(one, day) ? "open" : "closed",
      forbidden: one.barred,
      change: changeOn(one, day),
      get text() {
        return toText(advert.composed.blocks, advert.composed.habits);
      },
      get lines() {
        return linesOf(advert.composed);
      },
    };
  };
  return sown.filter(({ fate }) => fate.opens <= day).map(planted);
}
