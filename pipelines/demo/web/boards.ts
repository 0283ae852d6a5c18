import type { Source } from "../../../models/source.js";
import type { Validators } from "../boards/answer.js";
import { DIALECTS, type Dialect } from "../boards/dialects.js";
import type { Habit } from "../boards/jsonld.js";

/** A board of the web: a tenant of a platform, or a plain site where `dialect` is null. */
export interface WebBoard {
  id: string;
  platform: string;
  /** Its name in addresses, what a source calls it, and what it calls itself. */
  tenant: string;
  board: string;
  name: string;
  dialect: Dialect | null;
  /** How a plain site differs from the others. */
  habit: Habit & { validators: Validators };
  /** Whether each advert has a page of its own. */
  pages: boolean;
  requisition(serial: number, barred: boolean): string;
}

const PLACES = `Alderwick Brackenholt Cairnmouth Dunmere Elmsworth Fallowmere Greywater Hazelmere Inverloft Jorvale
Kestrelby Larkmoor Mossgate Northgate Osterby Penmarrow Quillstone Redbarn Sandrell Tolliver`.split(/\s+/);
const TRADES = "Works Group Partners Services Care Foods Transit Schools Labs Stores".split(" ");

/** Invented, and of all trades: an employer of the web hires for anything. */
function nameOf(number: number): string {
  const pairs = PLACES.length * TRADES.length;
  const [place, trade] = [PLACES[number % PLACES.length]!, TRADES[Math.floor(number / PLACES.length) % TRADES.length]!];
  const series = Math.floor(number / pairs);
  return series === 0 ? `${place} ${trade}` : `${place} ${trade} ${series + 1}`;
}

/** Plain sites differ: facts in scripts or in elements, pages dated in the sitemap or not, with validators or without. */
const HABITS: readonly WebBoard["habit"][] = [
  { validators: "both" },
  { microdata: true, validators: "both" },
  { undated: true, validators: "both" },
  { microdata: true, undated: true, validators: "none" },
];

/** A board by its employer's name; a plain site (without a dialect) takes the habit of its number. */
export function webBoard(name: string, dialect: Dialect | null, { habit = 0, family = "web" } = {}): WebBoard {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const tenant = slug.replaceAll("-", "");
  return {
    id: `${family}-${slug}`,
    platform: dialect?.platform ?? "jsonld",
    tenant,
    board: dialect?.board(tenant) ?? tenant,
    name,
    dialect,
    habit: HABITS[habit % HABITS.length]!,
    pages: dialect?.pages ?? true,
    requisition: dialect?.requisition ?? ((serial) => `${tenant.slice(0, 2)}-${serial}`),
  };
}

export const dialectOf = (platform: string): Dialect | null =>
  DIALECTS.find((dialect) => dialect.platform === platform) ?? null;

/** `count` boards, the dialects in turn, one in twenty a plain site. */
export function webBoards(count: number): WebBoard[] {
  const plain = Math.max(count > DIALECTS.length ? 1 : 0, Math.round(count / 20));
  const plainBefore = (number: number): number => Math.floor((number * plain) / count);
  return Array.from({ length: count }, (_, number) => {
    const before = plainBefore(number);
    if (plainBefore(number + 1) > before) return webBoard(nameOf(number), null, { habit: before });
    return webBoard(nameOf(number), DIALECTS[(number - before) % DIALECTS.length]!);
  });
}

/** How many postings each board has: the n-th about n to the power -0.6 of the first, all together `postings`. */
export function sizesOf(count: number, postings: number): number[] {
  const weights = Array.from({ length: count }, (_, n) => (n + 1) ** -0.6);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [given, sum] = [0, 0];
  return weights.map((weight) => {
    sum += weight;
    const upTo = Math.round((sum / total) * postings);
    const size = upTo - given;
    given = upTo;
    return size;
  });
}

/** A board as an entry of a sources file; `open` is the number of postings that it has. */
export const webSource = (board: WebBoard, origin: string, open: number): Source => ({
  id: board.id,
  platform: board.platform,
  board: board.board,
  base_url: `${origin}${board.dialect?.hosted ? `/${board.tenant}` : ""}`,
  employer: board.name,
  expect: { min: Math.floor(open / 3), max: open * 3 + 30 },
  enabled: true,
});
