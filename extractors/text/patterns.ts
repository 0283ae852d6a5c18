/** One of several ways to write something, as part of an expression; each list holds one idea, its ways parted by "|". */
export const oneOf = (...lists: readonly string[]): string => `(?:${lists.join("|")})`;

/** Words of one meaning each list, parted by blanks. */
export const wordSet = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((words) => words.split(" ")));
