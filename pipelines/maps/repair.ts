import { windows1252Byte } from "../readers/windows-1252.js";

const strict = new TextDecoder("utf-8", { fatal: true });

/** A run of characters that were bytes of UTF-8 each, or the run itself where they were not. */
const undone = (run: string): string => {
  const bytes = [...run].map(windows1252Byte);
  if (bytes.includes(-1)) return run;
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return run;
  }
};

/** How often a text may have been misread; beyond, it is not looked at again. */
const MOST_ROUNDS = 4;

/** Undoes UTF-8 that was read as windows-1252, where a run of characters says so without doubt: `â€™` is an apostrophe. */
export const repaired = (text: string): string => {
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = mended.replace(/[\u0080-\uffff]{2,}/g, undone);
    if (next === mended) return mended;
    mended = next;
  }
  return mended;
};
