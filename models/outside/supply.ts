import { z } from "zod";

/** How many earned a certificate in a year, as a user's table says. */
export const Supply = z.strictObject({
  /** As the table names it. */
  name: z.string().min(1),
  /** Null where the taxonomy has no such id, name or alias. */
  certificate_id: z.string().nullable(),
  /** The year in which a school year ends. */
  year: z.int().min(1990).max(2100),
  /** US-CA, GB, ...; empty where the table says none. */
  region: z.string().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$/),
  earned: z.int().nonnegative(),
  /** Dollars, or whatever the table counts in, for one certificate. */
  cost: z.number().nonnegative().nullable(),
  /** Hours of teaching for one certificate. */
  hours: z.number().nonnegative().nullable(),
  file: z.string(),
});
export type Supply = z.infer<typeof Supply>;

export const SUPPLY_COLUMNS: Record<keyof Supply, string> = {
  name: "VARCHAR",
  certificate_id: "VARCHAR",
  year: "INTEGER",
  region: "VARCHAR",
  earned: "BIGINT",
  cost: "DOUBLE",
  hours: "DOUBLE",
  file: "VARCHAR",
};
