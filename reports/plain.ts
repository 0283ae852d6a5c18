import { count, monthName } from "./numbers.js";
import { hasTrend, recentShare, type Summary } from "./summary.js";

/** What lies ahead: the chance that demand in four years is below half of today's, where a forecast exists. */
export interface Ahead {
  certificate_id: string;
  p_below_half: number | null;
  entry_level_share: number | null;
}

export const AHEAD_SQL = `
  SELECT s.certificate_id, s.p_below_half, p.entry_level_share
  FROM marts.certificate_signal s LEFT JOIN marts.certificate_profile p USING (certificate_id) ORDER BY s.certificate_id`;

/** Asks from which on a trend is called sure; from a trend's least evidence to this it is called fairly sure. */
const SURE = 1000;

const VERBS: Record<string, [one: string, many: string]> = {
  explicit: ["names it", "name it"],
  skill: ["asks for the skills it shows", "ask for the skills it shows"],
  licence: ["is for a job that needs it by law", "are for a job that needs it by law"],
};

/** How much: whole ads out of 100 where that says enough, else one ad in so many. */
function amount(summary: Summary): string {
  const recent = recentShare(summary);
  if (recent === null) return "We saw no job ads that we could count.";
  const [one, many] = VERBS[summary.demand] ?? VERBS.explicit!;
  if (recent.asking < 1)
    return `In the last year, we saw no job ad that ${one}. That does not mean that no one wants it.`;
  const hundred = Math.round(recent.share * 100);
  if (hundred >= 2) return `Out of 100 job ads, about ${count(hundred)} ${many}.`;
  const rounded = Number((1 / recent.share).toPrecision(2));
  return `About 1 job ad in ${count(rounded)} ${one}.`;
}

const TRENDS: Record<string, string> = {
  emerging: "It is new, and more ads ask for it each year.",
  growing: "More ads ask for it each year.",
  stable: "This has not gone up or down much.",
  fading: "Fewer ads ask for it each year. What you learn can still help you.",
  obsolescent: "Far fewer ads ask for it now than some years ago. What you learn can still help you.",
};

function trend(summary: Summary): string {
  const { status, retired_on } = summary;
  if (status === null) return "We do not count it. It is only here so that we do not mix it up with others.";
  if (status === "retired by issuer")
    return `You can no longer take it${retired_on === null ? "" : `: it ended in ${monthName(retired_on)}`}. Ask what took its place.`;
  return (hasTrend(summary) && TRENDS[status]) || "We can not say if this goes up or down.";
}

function firstJobs({ entry_level_share }: Ahead): string {
  if (entry_level_share === null) return "";
  const hundred = Math.round(entry_level_share * 100);
  return hundred < 1
    ? "Few of the ads that want it are for a first job."
    : `Out of 100 ads that want it, about ${count(hundred)} are for a first job.`;
}

/** In words, since a chance of few per cent would look more exact than a forecast over four years is. */
function ahead({ p_below_half }: Ahead): string {
  if (p_below_half === null) return "";
  if (p_below_half >= 0.5) return "In four years, there may be less than half as many of these ads.";
  if (p_below_half >= 0.1) return "In four years, there could be far fewer of these ads. No one can be sure.";
  return "We do not expect a big drop in the next four years. But no one can be sure.";
}

function sureness(summary: Summary): string {
  const seen = count(summary.evidence ?? 0);
  if (!hasTrend(summary))
    return summary.status === null
      ? ""
      : `How sure are we? Not sure. We found ${seen} ads that want it, and that is not enough.`;
  return (summary.evidence ?? 0) >= SURE
    ? `How sure are we? Quite sure. We found ${seen} ads that want it.`
    : `How sure are we? Fairly sure. We found ${seen} ads that want it. More would be better.`;
}

const ALWAYS = [
  "We only read job ads on the web. Small firms and the trades often hire in other ways.",
  "An ad is not a job, and a job is more than one test. So do not choose by this alone. Think of what you like and what you do well. Talk with people who do the work.",
];

const ENOUGH_FOR_PARTS = 100;

/**
 * What students and parents should know, in paragraphs of short sentences that rules make from the numbers: how often, whether it
 * rises, how sure. It never ranks a choice. Its reading level is tested: grade 8 or lower by Flesch-Kincaid.
 */
export function plainSummary(summary: Summary, outlook: Ahead | undefined): string[] {
  const enough = outlook !== undefined && (summary.evidence ?? 0) >= ENOUGH_FOR_PARTS;
  const parts = enough && summary.status !== "retired by issuer" ? [firstJobs(outlook), ahead(outlook)] : [];
  const now = [amount(summary), trend(summary)].join(" ");
  return [now, parts.filter((part) => part !== "").join(" "), sureness(summary), ...ALWAYS].filter(
    (part) => part !== "",
  );
}
