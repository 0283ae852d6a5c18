import type { Extraction } from "../../models/extraction.js";
import type { MeasuredAccuracy } from "../../models/quality.js";
import { type FactCase, readFactTable } from "./facts/table.js";
import { intervalOf } from "./score.js";

interface Fact {
  fact: string;
  table: string;
  /** The table's column that holds the right answer. */
  column: string;
  /** The extractor's answer as the table writes it; null where it has none. */
  said: (extraction: Extraction) => string | null;
}

const yes = (flag: boolean): string => (flag ? "yes" : "no");

/** The facts that a gold table exists for. */
export const FACTS: readonly Fact[] = [
  { fact: "occupation", table: "occupation", column: "occupation", said: ({ occupation }) => occupation?.soc ?? null },
  { fact: "seniority", table: "seniority", column: "seniority", said: ({ seniority }) => seniority },
  {
    fact: "experience",
    table: "experience",
    column: "years",
    said: ({ experience_years: years }) => (years === null ? null : `${years.min}..${years.max ?? ""}`),
  },
  {
    fact: "experience instead of a degree",
    table: "experience",
    column: "equivalent",
    said: ({ equivalent_experience }) => yes(equivalent_experience),
  },
  { fact: "education", table: "education", column: "education", said: ({ education }) => education },
  {
    fact: "pay",
    table: "pay",
    column: "pay",
    said: ({ pay }) => (pay === null ? null : `${pay.min}..${pay.max} ${pay.currency}/${pay.period}`),
  },
  { fact: "place", table: "place", column: "region", said: ({ place }) => place.region },
  { fact: "remote work", table: "place", column: "remote", said: ({ place }) => yes(place.remote) },
];

interface Read {
  extract(posting: { title?: string; text: string }): Extraction;
}

export interface FactError {
  title: string;
  text: string;
  /** What would have been right; several where the case leaves it open. */
  want: readonly (string | null)[];
  got: string | null;
}

export interface FactAccuracy {
  fact: string;
  all: MeasuredAccuracy;
  held: MeasuredAccuracy;
  errors: FactError[];
}

const accuracyOf = (verdicts: readonly boolean[]): MeasuredAccuracy => {
  const right = verdicts.filter(Boolean).length;
  const asked = verdicts.length;
  return { right, asked, value: right / (asked || 1), interval_95: intervalOf(right, asked) };
};

function scoreFact({ fact, said, column }: Fact, cases: readonly FactCase[], extractor: Read): FactAccuracy {
  const judged = cases.map(({ title, text, held, answers }) => {
    const want = answers.get(column)!;
    const got = said(extractor.extract({ title, text }));
    return { title, text, held, want, got, right: want.includes(got) };
  });
  return {
    fact,
    all: accuracyOf(judged.map(({ right }) => right)),
    held: accuracyOf(judged.filter(({ held }) => held).map(({ right }) => right)),
    errors: judged.filter(({ right }) => !right).map(({ title, text, want, got }) => ({ title, text, want, got })),
  };
}

/** The accuracy of each fact on the gold tables of a folder (`<table>.csv`): the share of cases read exactly as written there. */
export const evaluateFacts = (folder: string, extractor: Read): FactAccuracy[] =>
  FACTS.map((fact) => scoreFact(fact, readFactTable(folder, fact.table, fact.column), extractor));
