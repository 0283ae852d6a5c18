import { valueWithoutContacts, withoutContactsInMarkup } from "../../extractors/privacy.js";
import type { RawPosting } from "../../models/posting.js";
import { type Provenance, postingRow } from "./posting-row.js";

/** An answer of the network, to be kept. */
export interface KeptAnswer {
  url: string;
  status: number;
  content_type: string;
  body: string;
  fetched_on: string;
}

/** What is to become lines of a batch's files: pure work, which another thread can do as well. */
export interface RowsTask {
  postings: { raw: RawPosting; from: Provenance }[];
  answers: KeptAnswer[];
}

/** JSON lines, ready to be written. */
export interface Lines {
  text: string;
  count: number;
  /** UTF-16 code units of the longest line. */
  longest: number;
}

export interface Rows {
  postings: Lines;
  raw: Lines;
}

/** Makes rows here, or in another thread. */
export type MakeRows = (task: RowsTask) => Rows | Promise<Rows>;

const linesOf = (records: unknown[]): Lines => {
  const lines = records.map((record) => JSON.stringify(record));
  return {
    text: lines.length === 0 ? "" : `${lines.join("\n")}\n`,
    count: lines.length,
    longest: lines.reduce((most, line) => Math.max(most, line.length), 0),
  };
};

/** The rows of postings, and what is kept of where they came from: a live board's answers, a file's own markup. */
export const rowsOf = ({ postings, answers }: RowsTask): Rows => {
  const fromFiles = postings.filter(({ raw, from }) => !from.open && raw.html !== undefined);
  return {
    postings: linesOf(postings.map(({ raw, from }) => postingRow(raw, from))),
    raw: linesOf([
      ...answers.map((answer) => ({ ...answer, body: withoutContactsInMarkup(answer.body, answer.content_type) })),
      ...fromFiles.map(({ raw, from }) => valueWithoutContacts({ source: from.source, ...raw })),
    ]),
  };
};

export default rowsOf;
