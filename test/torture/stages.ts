/** The stages of a night in their order, each with the first path that it touches below the data directory. */
export const STAGES = [
  ["import", /\/lake\/\.tmp\/[0-9a-f]{16}-/],
  ["crawl", /\/lake\/requests\//],
  ["extract", /\/lake\/\.tmp\/extract-/],
  ["compact", /\/merged-/],
  ["build", /\/warehouse\.tmp-/],
  ["report", /\/\.site\.building/],
  ["record", /\/runs\//],
] as const;
export type StageName = (typeof STAGES)[number][0];

/** How many steps in the file system a night took from a stage's first one to the next stage's. */
export const stageLengths = (trace: readonly string[]): Record<StageName, number> => {
  const starts = STAGES.map(([, first]) => trace.findIndex((line) => first.test(line)));
  if (starts.includes(-1))
    throw new Error(`no step of ${STAGES.flatMap(([name], i) => (starts[i] === -1 ? [name] : []))}`);
  const ends = [...starts.slice(1), trace.length];
  return Object.fromEntries(STAGES.map(([name], i) => [name, ends[i]! - starts[i]!])) as Record<StageName, number>;
};
