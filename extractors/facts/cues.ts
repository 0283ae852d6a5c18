import { Units, unitsOf } from "../text/units.js";
import { buildCueTable, scanCues } from "./cue-table.js";
import { CUE_WORDS, TITLE_WORDS, type TitleTopic, type Topic } from "./words.js";

/** Offsets of the cue words of each topic, ascending. */
export type FactCues = Readonly<Record<Topic, readonly number[]>>;

/** What stands later than this in a text is not read: facts stand early, and a 50 MB text must not stall a stream. */
const READ_AT_MOST = 100_000;

const TOPICS = Object.keys(CUE_WORDS) as Topic[];
const MONEY = 1 << TOPICS.indexOf("money");
const TABLE = buildCueTable(CUE_WORDS);

const noCues = (): Record<Topic, number[]> => ({
  span: [],
  experience: [],
  standIn: [],
  education: [],
  money: [],
  rate: [],
  remote: [],
  level: [],
  location: [],
  soft: [],
  others: [],
  dollars: [],
});

const scan = (text: string): FactCues => {
  const found = noCues();
  scanCues(TABLE, unitsOf(text).codes, Math.min(text.length, READ_AT_MOST), MONEY, (topics, at) => {
    for (let left = topics; left !== 0; left &= left - 1) found[TOPICS[31 - Math.clz32(left & -left)]!].push(at);
  });
  return found;
};

let lastText = "";
let lastCues = scan("");

/**
 * The cues of a text in one pass. The last answer is kept, so that the readers of one posting share a pass; the same
 * text always gives the same cues.
 */
export const cuesOf = (text: string): FactCues => {
  if (text !== lastText) {
    lastCues = scan(text);
    lastText = text;
  }
  return lastCues;
};

/** Whether one of ascending offsets lies in `[from, to)`. */
export const anyWithin = (offsets: readonly number[], from: number, to: number): boolean => {
  let low = 0;
  for (let high = offsets.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low]! < to;
};

const TITLE_TABLE = buildCueTable(TITLE_WORDS);
const TITLE_TOPICS = Object.keys(TITLE_WORDS) as TitleTopic[];
/** Longest part of a title that is read. */
const TITLE_AT_MOST = 200;
/** Units of its own, so that a title leaves those of the text standing. */
const TITLE_UNITS = new Units();

let lastTitle = "";
let lastTitleTopics = 0;

/** Whether a title has a word of the topic among its first 200 characters. The last title is kept. */
export const titleHas = (title: string, topic: TitleTopic): boolean => {
  if (title !== lastTitle) {
    let found = 0;
    scanCues(TITLE_TABLE, TITLE_UNITS.read(title).codes, Math.min(title.length, TITLE_AT_MOST), 0, (topics) => {
      found |= topics;
    });
    [lastTitle, lastTitleTopics] = [title, found];
  }
  return (lastTitleTopics & (1 << TITLE_TOPICS.indexOf(topic))) !== 0;
};
