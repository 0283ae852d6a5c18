import { codesOf, isSpace } from "../text/codes.js";
import type { HeadingHit } from "./heading-hits.js";
import { hasWord, LONGEST_INTRO } from "./heading-lines.js";
import { hasColon } from "./heading-marks.js";

const BULLETS = codesOf("•·▪*–-");
const LONGEST_LABEL = 12;
const ITEM_ENDS = /[\n•·▪*]/;

/**
 * "• Preferred: an MBA" speaks of its own item: where that ends, if another bullet of the kind follows there. Null where nothing
 * stands behind the label, or its words are a heading's.
 */
export function labelledEnd(text: string, { start, end }: HeadingHit): number | null {
  let at = start - 1;
  while (start - at < 3 && isSpace(text.charCodeAt(at))) at--;
  const bullet = text.charCodeAt(at);
  if (BULLETS[bullet] !== 1 || end - start > LONGEST_LABEL || !hasColon(text, end)) return null;
  const to = end + 2 + text.slice(end + 2, end + LONGEST_INTRO).search(ITEM_ENDS);
  if (!hasWord(text, end, to)) return null;
  let next = to;
  while (next - to < 6 && isSpace(text.charCodeAt(next))) next++;
  return text.charCodeAt(next) === bullet ? to : null;
}
