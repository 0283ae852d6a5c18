/** Bumped when a statistic's method changes: a warehouse built by another method is built again. */
export const STATISTICS_VERSION = "6";
