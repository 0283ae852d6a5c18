import { dayOf, monthOf } from "./calendar.js";
import { createModel, logit, percentOf } from "./model.js";
import type { DemoOptions } from "./options.js";
import { startOf } from "./span.js";
import { vocabulary } from "./vocabulary.js";

export interface Planted {
  /** A certificate of the taxonomy. */
  certificate: string;
  trend: "falling" | "flat" | "rising" | "retired";
  /** Slope of the log-odds of its share of all postings, % a year: least squares over the months of the default market. */
  slope_pct_year: number;
}

/**
 * The truth that the measures have to find again. The slopes are those of `vocabulary/certificates.yaml` (a test holds
 * them together); a retired certificate is flat until its retirement, so that its line over all months is less steep.
 */
export const PLANTED: readonly Planted[] = [
  { certificate: "data-entry-certificate", trend: "falling", slope_pct_year: -20 },
  { certificate: "cisco-ccna", trend: "flat", slope_pct_year: 0 },
  { certificate: "comptia-a-plus", trend: "flat", slope_pct_year: 0 },
  { certificate: "microsoft-mta", trend: "retired", slope_pct_year: -21.87 },
  { certificate: "microsoft-mcsa", trend: "retired", slope_pct_year: -27.92 },
  { certificate: "aws-cloud-practitioner", trend: "rising", slope_pct_year: 25 },
];

/** Slope of the least-squares line through points one month apart, a year. */
function yearlySlope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let [above, below] = [0, 0];
  for (const [i, value] of values.entries()) {
    above += (i - middle) * value;
    below += (i - middle) ** 2;
  }
  return (above / below) * 12;
}

/** The slope that the model gives a certificate (or, with `of: "skills"`, a set of skills) over a market's months, % a year. */
export function modelSlope(id: string, options: DemoOptions, of: "certificates" | "skills" = "certificates"): number {
  const words = vocabulary();
  const demand = words[of].find((entry) => entry.id === id);
  if (demand === undefined) throw new Error(`the simulated market knows no ${of} "${id}"`);
  const model = createModel(words);
  const first = monthOf(startOf(options));
  const months = Array.from({ length: monthOf(dayOf(options.today)) - first + 1 }, (_, i) => first + i);
  return percentOf(yearlySlope(months.map((month) => logit(model.share(demand, month)))));
}
