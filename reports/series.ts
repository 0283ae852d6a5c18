/** A share over a period: `asking` of `postings`, with its 95 % interval. `date` is the first day of the period. */
export interface Point {
  date: string;
  postings: number;
  asking: number;
  share: number;
  low: number;
  high: number;
}

export type Counted = Pick<Point, "date" | "postings" | "asking">;

export type Period = "month" | "quarter" | "year";

const Z95 = 1.959963984540054;

/** Wilson's 95 % score interval of `asking` in `postings` (Wilson 1927); shares outside 0..1 cannot come out of it. */
export function wilson(asking: number, postings: number): [low: number, high: number] {
  if (postings <= 0) return [0, 1];
  const share = asking / postings;
  const z2 = Z95 * Z95;
  const centre = share + z2 / (2 * postings);
  const half = Z95 * Math.sqrt((share * (1 - share)) / postings + z2 / (4 * postings * postings));
  const scale = 1 + z2 / postings;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}

export function point({ date, postings, asking }: Counted): Point {
  const [low, high] = wilson(asking, postings);
  return { date, postings, asking, share: postings > 0 ? asking / postings : 0, low, high };
}

/** The first day of the period that a date falls in. */
export function periodStart(date: string, period: Period): string {
  const year = date.slice(0, 4);
  if (period === "year") return `${year}-01-01`;
  const month = Number(date.slice(5, 7));
  const first = period === "month" ? month : month - ((month - 1) % 3);
  return `${year}-${String(first).padStart(2, "0")}-01`;
}

/** Sums months into periods; the intervals are Wilson's over the sums. Input in order of date. */
export function aggregate(months: readonly Counted[], period: Period): Point[] {
  const sums = new Map<string, Counted>();
  for (const { date, postings, asking } of months) {
    const start = periodStart(date, period);
    const sum = sums.get(start) ?? { date: start, postings: 0, asking: 0 };
    sums.set(start, { date: start, postings: sum.postings + postings, asking: sum.asking + asking });
  }
  return [...sums.values()].filter((sum) => sum.postings > 0).map(point);
}

/** Fewer asks a period than this make more noise than line; years are drawn however few they hold. */
const TYPICAL_ASKS = 20;

/** The finest period whose typical (mean) count of asks makes a line that can be read; years where none does. */
export function fittingPeriod(months: readonly Counted[]): Period {
  const asking = months.reduce((sum, month) => sum + month.asking, 0);
  const mean = asking / Math.max(1, months.length);
  if (mean >= TYPICAL_ASKS) return "month";
  return mean * 3 >= TYPICAL_ASKS ? "quarter" : "year";
}

const STEP_MONTHS: Record<Period, number> = { month: 1, quarter: 3, year: 12 };

/** Cuts a series into runs without a missing period, so that no line is drawn where nothing was measured. */
export function unbroken(points: readonly Point[], period: Period): Point[][] {
  const runs: Point[][] = [];
  let before = Number.NaN;
  for (const point of points) {
    const at = Number(point.date.slice(0, 4)) * 12 + Number(point.date.slice(5, 7));
    if (at - before === STEP_MONTHS[period]) runs.at(-1)!.push(point);
    else runs.push([point]);
    before = at;
  }
  return runs;
}

/** The sum of the months after `months` months before the last one: "the last 12 months". Null where there is none. */
export function lastMonths(rows: readonly Counted[], asOf: string, months = 12): Point | null {
  const end = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7));
  const recent = rows.filter(({ date }) => {
    const age = end - (Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
    return age >= 0 && age < months;
  });
  const sum = (key: "postings" | "asking") => recent.reduce((total, row) => total + row[key], 0);
  const total = { date: asOf, postings: sum("postings"), asking: sum("asking") };
  return total.postings === 0 ? null : point(total);
}
