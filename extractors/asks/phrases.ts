/** Lists of phrases, parted by "|". */

/** The phrases of several lists as one. */
export const all = (...lists: readonly string[]): string => lists.join("|");

/** Every one of `starts` with every one of `ends` behind it. */
export const each = (starts: string, ends: string): string =>
  starts
    .split("|")
    .flatMap((start) => ends.split("|").map((end) => `${start} ${end}`))
    .join("|");
