/** One fault of one cell: where it is, what stands there, and what would be right. */
export interface Problem {
  file: string;
  /** 1 is the header; 0 where the whole file is meant. */
  line: number;
  field: string;
  /** Cut to 200 characters. */
  value: string;
  reason: string;
}

const sentence = (p: Problem): string => `${p.file}:${p.line} ${p.field} ${JSON.stringify(p.value)}: ${p.reason}`;

/** All that is wrong with the taxonomy's files, found in one reading. */
export class TaxonomyError extends Error {
  override readonly name = "TaxonomyError";

  constructor(readonly problems: readonly Problem[]) {
    super(`the taxonomy has ${problems.length} problem(s)\n${problems.map(sentence).join("\n")}`);
  }
}
