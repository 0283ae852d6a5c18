/** What one query of an analyst may cost: it may be anybody's SQL. */
export const QUERY_BOUNDS = {
  /** Memory of the engine, as it writes sizes; beyond, it spills to disk beside the warehouse, up to the next figure. */
  memory: "800MB",
  spill: "4GB",
  threads: "2",
  seconds: 300,
  /** UTF-16 code units of a result that goes to the terminal in one piece; with `--out` a result may have any size. */
  textLength: 256 << 20,
  /** Rows of a table, which stand in memory to be aligned. */
  tableRows: 100_000,
} as const;
