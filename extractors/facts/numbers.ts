/** Names of the small numbers from 0 on. */
export const NAMES: readonly string[] =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

const BY_NAME: ReadonlyMap<string, number> = new Map(NAMES.map((name, value) => [name, value]));

/** Source of a pattern for a small number in digits or letters, for use inside other patterns. */
export const SMALL_NUMBER = `\\d{1,2}(?:\\.\\d{1,2})?|${NAMES.slice(1).join("|")}`;

/** Value of what SMALL_NUMBER matched. */
export const smallNumber = (text: string): number => BY_NAME.get(text) ?? Number(text);
