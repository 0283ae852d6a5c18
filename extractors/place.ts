import type { Place } from "../models/extraction.js";
import { cityRegion } from "./facts/city-region.js";
import { cuesOf } from "./facts/cues.js";
import { PLACE_SEPARATORS, regionOf } from "./facts/region.js";
import { isRemote } from "./facts/remote.js";

export { regionOf } from "./facts/region.js";

const LABEL =
  /^(?:locations?(?:\(s\))?(?:\s{0,2}[:\-–]|\s(?=[A-Z]))|duty station\s{0,2}:|based\s(?:in|at|out of)\s|located\s(?:in|at)\s|city\s{0,2}:)\s{0,3}/i;
/** Labels looked at. */
const MOST_LABELS = 8;
/** The head of a posting, where it says where it is. */
const HEAD_CHARS = 700;

const byLabel = (text: string): string | null => {
  const { location } = cuesOf(text);
  const last = Math.min(location.count, MOST_LABELS);
  for (let i = 0; i < last; i++) {
    const at = location.at[i]!;
    const window = text.slice(at, at + 90);
    const label = LABEL.exec(window);
    if (label === null) continue;
    const rest = window.slice(label[0].length);
    const line = rest.split(/\n|\. |;/, 1)[0] ?? "";
    const region =
      cityRegion(line) ??
      (label[0].includes(":") || line.length < 50 ? regionOf(line) : regionOf(line.split(/[,.]| and /, 1)[0] ?? ""));
    if (region !== null) return region;
  }
  return null;
};

/** Where the work is, from the title, a location label, or the first "City, State" of the head; and whether it can be done remotely. */
export const readPlace = (title: string, text: string): Place => {
  const short = title.slice(0, 200);
  const region = cityRegion(short) ?? byLabel(text) ?? cityRegion(text, HEAD_CHARS) ?? titleRegion(short);
  return { region, remote: isRemote(short, text) };
};

/** A part of the title that is a place by itself: "Acme | Berlin | Engineer". */
const titleRegion = (title: string): string | null => {
  if (!PLACE_SEPARATORS.test(title)) return null;
  for (const part of title.split(PLACE_SEPARATORS).slice(1)) {
    const region = part.trim().length > 2 || /^(?:UK|US)$/.test(part.trim()) ? regionOf(part) : null;
    if (region !== null) return region;
  }
  return null;
};
