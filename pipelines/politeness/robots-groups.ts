import { LONGEST_ROBOTS_RULE, MOST_ROBOTS_STARS } from "../bounds.js";

/** What a robots.txt says to one kind of robot. */
export interface RobotsGroup {
  /** False where no group says anything to this robot. */
  named: boolean;
  /** `allow: ...` and `disallow: ...`, in order. */
  rules: string[];
  /** The last Crawl-delay, ms; null where none is asked. */
  delayMs: number | null;
}

/** Where a pattern passes its bounds: before that many characters, and behind that many stars. */
const boundOf = (pattern: string): number => {
  let at = -1;
  for (let stars = 0; stars < MOST_ROBOTS_STARS; stars += 1) {
    at = pattern.indexOf("*", at + 1);
    if (at < 0) return LONGEST_ROBOTS_RULE;
  }
  return Math.min(at + 1, LONGEST_ROBOTS_RULE);
};

/** A rule within its bounds, or null: a `Disallow` cut short forbids more than it did, an `Allow` would allow more, and goes. */
const ruleOf = (kind: "allow" | "disallow", pattern: string): string | null => {
  const cut = pattern.slice(0, boundOf(pattern));
  return kind === "allow" && cut.length < pattern.length ? null : `${kind}: ${cut}`;
};

const take = (group: RobotsGroup, key: string, value: string): void => {
  const seconds = Number(value);
  if (key === "crawl-delay" && Number.isFinite(seconds) && seconds >= 0) group.delayMs = seconds * 1000;
  if (key === "crawl-delay") group.named = true;
  if (key !== "allow" && key !== "disallow") return;
  group.named = true;
  const rule = ruleOf(key, value);
  if (rule !== null) group.rules.push(rule);
};

/** A line's name in small letters and its value, without comment; null where it has no colon. */
const read = (line: string): [key: string, value: string] | null => {
  const plain = line.replace(/#.*/, "");
  const colon = plain.indexOf(":");
  return colon < 0 ? null : [plain.slice(0, colon).trim().toLowerCase(), plain.slice(colon + 1).trim()];
};

/**
 * The groups of a robots.txt that speak to `product`, and those that speak to all (`*`); RFC 9309, 2.2.1 joins groups of the same
 * name. Other robots' groups are not kept: a file of 40,000 names and as many rules would make their product of both.
 */
export const groupsFor = (robots: string, product: string): { own: RobotsGroup; any: RobotsGroup } => {
  const own: RobotsGroup = { named: false, rules: [], delayMs: null };
  const any: RobotsGroup = { named: false, rules: [], delayMs: null };
  let spoken = new Set<RobotsGroup>();
  let inHead = false;
  for (const line of robots.split(/\r\n|\r|\n/)) {
    const [key, value] = read(line) ?? ["", ""];
    if (key === "") continue;
    if (key === "user-agent") {
      if (!inHead) spoken = new Set();
      const name = (value.split("/")[0] ?? "").trim().toLowerCase();
      if (name === product.toLowerCase()) spoken.add(own);
      if (name === "*") spoken.add(any);
    } else for (const group of spoken) take(group, key, value);
    inHead = key === "user-agent";
  }
  return { own, any };
};

/** The groups as a robots.txt of their own; the empty rule keeps a group without rules apart from the next. */
export const groupsText = (product: string, { own, any }: { own: RobotsGroup; any: RobotsGroup }): string =>
  [
    ...(own.named ? [`user-agent: ${product}`, "disallow:", ...own.rules] : []),
    ...(any.named ? ["user-agent: *", ...any.rules] : []),
  ].join("\n");
