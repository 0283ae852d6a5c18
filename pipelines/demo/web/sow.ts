import { dayOf } from "../calendar.js";
import { createDraw } from "../draw.js";
import type { DemoPosting } from "../posting.js";
import { uniformOf } from "../random.js";
import type { Vocabulary } from "../vocabulary.js";
import type { WebBoard } from "./boards.js";

/** The web has three days: postings open, change and close from one to the next. */
export type Day = 1 | 2 | 3;

/** What becomes of a posting over the days. */
interface Fate {
  /** First day on which it stands on its board. */
  opens: Day;
  /** Days on which it does not, after it did. */
  closed: readonly Day[];
  /** From which day its text has another paragraph, and from which it is in another city at another address. */
  edited?: Day;
  moved?: Day;
}

/** A posting of the web with its fate. */
export interface Sown {
  posting: DemoPosting;
  barred: boolean;
  fate: Fate;
}

/** Days before the web's first on which postings were posted, and days that they stay. */
const SPREAD = 60;
const STAY = 45;

/** Of a lively board's postings, the part that meets each fate, and the part of its size that is new on each day. */
const FATES: readonly [part: number, fate: Omit<Fate, "opens">][] = [
  [0.06, { closed: [], edited: 2 }],
  [0.04, { closed: [2, 3] }],
  [0.02, { closed: [2] }],
  [0.02, { closed: [], moved: 2 }],
  [0.03, { closed: [], edited: 3 }],
  [0.02, { closed: [3] }],
];
const NEW = 0.04;
/** Part of the boards on which anything changes at all; the others stay as they are, to the byte. */
const LIVELY = 0.5;

/** Postings that robots.txt bars, beside a board's others, where adverts have pages of their own. */
const BARRED = 2;

function fateOf(uniform: number): Omit<Fate, "opens"> {
  let rest = uniform;
  for (const [part, fate] of FATES) {
    if (rest < part) return fate;
    rest -= part;
  }
  return { closed: [] };
}

/** Draws the postings of boards; the same for the same seed, day and order of boards. */
export function createSower(words: Vocabulary, seed: number, today: string) {
  const draw = createDraw(words, seed);
  const first = dayOf(today);
  const drawn: Record<Day, number> = { 1: 0, 2: 0, 3: 0 };
  const next = (opens: Day): DemoPosting => {
    const number = drawn[opens]++;
    return opens === 1 ? draw(first - (number % SPREAD), Math.floor(number / SPREAD)) : draw(first + opens - 1, number);
  };
  const sow = (board: WebBoard, fate: Fate, barred = false): Sown => {
    const posting = next(fate.opens);
    const { id, tenant, name } = board;
    return {
      posting: {
        ...posting,
        requisition: board.requisition(posting.serial, barred),
        board: { ...posting.board, id, board: tenant, name },
        employer: name,
        closed: first + STAY,
      },
      barred,
      fate,
    };
  };
  /** `count` postings for the first day, and what the later days bring. */
  return (board: WebBoard, count: number, changes = true): Sown[] => {
    const lively = changes && uniformOf(seed, board.id, "lively") < LIVELY;
    const times = (most: number, fate: (n: number) => Fate, barred = false): Sown[] =>
      Array.from({ length: most }, (_, n) => sow(board, fate(n), barred));
    const added = lively ? Math.ceil(count * NEW) : 0;
    return [
      ...times(count, (n) => ({ ...(lively ? fateOf(uniformOf(seed, board.id, n)) : { closed: [] }), opens: 1 })),
      ...times(board.pages ? BARRED : 0, () => ({ opens: 1, closed: [] }), true),
      ...times(added, () => ({ opens: 2, closed: [] })),
      ...times(added, () => ({ opens: 3, closed: [] })),
    ];
  };
}
