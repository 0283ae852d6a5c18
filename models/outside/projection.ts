import { z } from "zod";

const amount = z.number().nonnegative().nullable();
const year = z.int().min(1990).max(2100);

/** An occupation in one round of the BLS Employment Projections. Employment and openings in thousands, wages in dollars a year. */
export const Projection = z.strictObject({
  /** SOC 2018 code, or one of the National Employment Matrix that stands for several of them. */
  soc: z.string().regex(/^\d{2}-\d{4}$/),
  title: z.string().min(1),
  first_year: year,
  last_year: year,
  employment: amount,
  employment_projected: amount,
  /** Change of employment over the whole round, in %. */
  change_pct: z.number().min(-100).nullable(),
  /** A year, on average. */
  openings: amount,
  median_wage: amount,
  /** True where the publisher says only that the median is at or above its highest published wage; null where no wage is given. */
  wage_top_coded: z.boolean().nullable(),
  entry_education: z.string().min(1).nullable(),
  file: z.string(),
});
export type Projection = z.infer<typeof Projection>;

export const PROJECTION_COLUMNS: Record<keyof Projection, string> = {
  soc: "VARCHAR",
  title: "VARCHAR",
  first_year: "INTEGER",
  last_year: "INTEGER",
  employment: "DOUBLE",
  employment_projected: "DOUBLE",
  change_pct: "DOUBLE",
  openings: "DOUBLE",
  median_wage: "DOUBLE",
  wage_top_coded: "BOOLEAN",
  entry_education: "VARCHAR",
  file: "VARCHAR",
};
