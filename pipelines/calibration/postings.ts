import type { Random } from "../demo/random.js";

/** What the sources of a market do; the market itself, what each source posts, is the same in all. */
export interface SourceScenario {
  name: string;
  /** From the middle on, postings a month of the fourth source: its own share of asks differs. 0 before, unless `leaves`. */
  fourth: "absent" | "joins" | "leaves" | "triples";
  /** How often each posting is posted in all, a week apart, under a new number. */
  copies: number;
}

/** The first is the undisturbed market that the others are compared with. */
export const SOURCE_SCENARIOS: readonly SourceScenario[] = [
  { name: "undisturbed", fourth: "absent", copies: 1 },
  { name: "a source joins", fourth: "joins", copies: 1 },
  { name: "a source leaves", fourth: "leaves", copies: 1 },
  { name: "a source triples", fourth: "triples", copies: 1 },
  { name: "every posting is posted three times", fourth: "absent", copies: 3 },
];

/** Certificates that postings ask for: the share of them in the three steady sources, and in the fourth. */
export const CERTIFICATES = [
  { id: "cisco-ccna", words: "CCNA certification", share: 0.2, fourth: 0.6 },
  { id: "comptia-a-plus", words: "CompTIA A+ certification", share: 0.3, fourth: 0.05 },
  { id: "pmi-pmp", words: "PMP certification", share: 0.1, fourth: 0.02 },
  { id: "cna", words: "Certified Nursing Assistant (CNA)", share: 0.25, fourth: 0.5 },
] as const;

const MONTHS = 48;
const STEADY = ["archive-north", "archive-east", "archive-west"];
const FIRST_YEAR = 2020;
const WORDS =
  "team customer project care safety plan report service quality system office support training process tool".split(
    " ",
  );

/** One posting as `import --format ndjson` takes it. */
export interface GivenPosting {
  source: string;
  requisition: string;
  title: string;
  employer: string;
  text: string;
  posted_on: string;
}

const dayOf = (month: number, day: number): string =>
  new Date(Date.UTC(FIRST_YEAR, month, day)).toISOString().slice(0, 10);

const countOf = ({ fourth }: SourceScenario, month: number, size: number): number => {
  const later = month >= MONTHS / 2;
  if (fourth === "absent") return 0;
  if (fourth === "triples") return later ? 3 * size : size;
  return later === (fourth === "joins") ? 2 * size : 0;
};

const textOf = (number: string, fourth: boolean, random: Random): string => {
  const words = Array.from({ length: 60 }, () => random.pick(WORDS)).join(" ");
  const asked = CERTIFICATES.filter((one) => random.chance(fourth ? one.fourth : one.share));
  const asks = asked.map(({ words: name }) => `${name} required.`).join(" ");
  return `Vacancy ${number}. We work on ${words}. ${asks}`;
};

const copiesOf = (posting: GivenPosting, month: number, day: number, copies: number): GivenPosting[] =>
  Array.from({ length: copies }, (_, copy) => ({
    ...posting,
    requisition: `${posting.requisition}-${copy}`,
    posted_on: dayOf(month, day + 7 * copy),
  }));

/** The postings of a scenario; each steady source posts `size` a month, and the same whatever the fourth does. */
export const postingsOf = (scenario: SourceScenario, random: Random, size: number): GivenPosting[] => {
  const post = (source: string, month: number, i: number): GivenPosting[] => {
    const number = `${source}-${month}-${i}`;
    const day = random.int(1, 7);
    const text = textOf(number, source === "archive-fourth", random);
    const employer = `Employer ${random.int(1, 60)}`;
    const posting = { source, requisition: number, title: `Opening ${i % 7}`, employer, text, posted_on: "" };
    return copiesOf(posting, month, day, scenario.copies);
  };
  const months = Array.from({ length: MONTHS }, (_, month) => month);
  const each = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const steady = months.flatMap((month) =>
    STEADY.flatMap((source) => each(size).flatMap((i) => post(source, month, i))),
  );
  const fourth = months.flatMap((month) =>
    each(countOf(scenario, month, size)).flatMap((i) => post("archive-fourth", month, i)),
  );
  return [...steady, ...fourth];
};
