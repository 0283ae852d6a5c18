import { z } from "zod";

const amount = z.number().nonnegative().nullable();

/** National wages of an occupation by the OEWS programme of BLS, in dollars. */
export const Wage = z.strictObject({
  /** SOC 2018 code, or one of OEWS that stands for several of them. */
  soc: z.string().regex(/^\d{2}-\d{4}$/),
  title: z.string().min(1),
  /** Of the edition, where the file's name says it. */
  year: z.int().min(1990).max(2100).nullable(),
  /** Jobs, not thousands. */
  employment: amount,
  median_annual: amount,
  /** The only wage of occupations that seldom work a whole year. */
  median_hourly: amount,
  /** True where the publisher says only that the median is at or above its highest published wage. */
  wage_top_coded: z.boolean(),
  file: z.string(),
});
export type Wage = z.infer<typeof Wage>;

export const WAGE_COLUMNS: Record<keyof Wage, string> = {
  soc: "VARCHAR",
  title: "VARCHAR",
  year: "INTEGER",
  employment: "DOUBLE",
  median_annual: "DOUBLE",
  median_hourly: "DOUBLE",
  wage_top_coded: "BOOLEAN",
  file: "VARCHAR",
};
