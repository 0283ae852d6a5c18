import { citationText } from "../citation.js";
import { count, dayName, percent, plural, sentenceCase } from "../numbers.js";
import type { Facts } from "../page.js";
import { SIMULATED } from "../shell.js";
import { statusWords } from "../words.js";
import type { DigestRows, Moved, Night } from "./rows.js";

/** A part of the digest: sentences, and a table where rows say more. Plain text, which each form escapes its own way. */
export interface Part {
  heading: string;
  sentences: string[];
  table?: { heads: string[]; rows: string[][] };
}

export interface Digest {
  title: string;
  lead: string;
  parts: Part[];
  foot: string[];
}

const movedRow = ({ name, status_before, status, share_before, share_now, causes }: Moved): string[] => [
  name,
  status_before === status
    ? statusWords(status).label
    : `${statusWords(status_before).label} → ${statusWords(status).label}`,
  `${percent(share_before)} → ${percent(share_now)}`,
  causes.join(", "),
];

function changes({ editions, moved }: DigestRows): Part {
  const heading = "What changed since the edition before";
  const edition = editions[0];
  if (edition === undefined || edition.before === null)
    return { heading, sentences: ["There is no edition before this one that it can be compared with."] };
  if (moved.length === 0)
    return { heading, sentences: [`Nothing moved since the edition of ${dayName(edition.before)}.`] };
  const sentence = `Of ${plural(edition.certificates, "certificate")}, ${count(edition.moved)} moved since the edition of ${dayName(edition.before)}${edition.moved > moved.length ? `; the ${count(moved.length)} that moved most are listed` : ""}.`;
  return {
    heading,
    sentences: [sentence],
    table: { heads: ["Certificate", "Status", "Share, 12 months", "Because"], rows: moved.map(movedRow) },
  };
}

const statuses = (rows: DigestRows): Part => ({
  heading: "Where certificates stand",
  sentences:
    rows.statuses.length === 0
      ? ["No certificate has a status: there are no dated postings."]
      : [
          `${sentenceCase(rows.statuses.map(({ status, certificates }) => `${count(certificates)} ${statusWords(status).label.toLowerCase()}`).join(", "))}.`,
        ],
});

const sum = (nights: readonly Night[], key: "seen" | "new" | "closed"): number =>
  nights.reduce((total, night) => total + night[key], 0);

function sources({ nights }: DigestRows): Part {
  const heading = "Sources of the last night";
  if (nights.length === 0) return { heading, sentences: ["No source was crawled."] };
  const censored = nights.filter((night) => night.censored);
  const sentences = [
    `${dayName(nights[0]!.date)}: ${count(nights.length - censored.length)} of ${plural(nights.length, "source")} were healthy; ${plural(sum(nights, "seen"), "posting")} seen, ${count(sum(nights, "new"))} new, ${count(sum(nights, "closed"))} closed.`,
  ];
  if (censored.length === 0) return { heading, sentences };
  const rows = censored.map(({ source_id, first_fault }) => [source_id, first_fault ?? "fewer postings than expected"]);
  return {
    heading,
    sentences: [...sentences, "These are censored: their silence is no fall in demand."],
    table: { heads: ["Source", "What went wrong"], rows },
  };
}

const alarms = (rows: DigestRows): Part =>
  rows.alarms.length === 0
    ? { heading: "Alarms", sentences: ["None."] }
    : {
        heading: "Alarms",
        sentences: [`${plural(rows.alarms.length, "alarm")} to look at.`],
        table: {
          heads: ["Source", "Level", "Alarm"],
          rows: rows.alarms.map(({ source, level, sentence }) => [source, level, sentence]),
        },
      };

function leadOf({ moved, nights, alarms: raised }: DigestRows): string {
  const turned = moved.filter(({ status, status_before }) => status !== status_before).length;
  const censored = nights.filter((night) => night.censored).length;
  if (moved.length === 0 && sum(nights, "new") === 0 && censored === 0 && raised.length === 0)
    return "A quiet night: no new posting, no number moved, no alarm.";
  return `${plural(turned, "status", "statuses")} changed, ${plural(sum(nights, "new"), "new posting")}, ${plural(censored, "censored source")}, ${plural(raised.length, "alarm")}.`;
}

/** The night in a mail's length. Every date is the data's: the same warehouse gives the same digest. */
export const digestOf = (rows: DigestRows, facts: Facts): Digest => ({
  title: `certworth: the night's digest, edition of ${facts.edition === "" ? "unknown date" : facts.edition}`,
  lead: leadOf(rows),
  parts: [changes(rows), statuses(rows), sources(rows), alarms(rows)],
  foot: [
    ...(facts.simulated ? [SIMULATED] : []),
    "Postings are not vacancies, hires or worth. Online postings cover small employers and the trades badly.",
    citationText({ title: "Digest", path: "digest" }, facts),
  ],
});
