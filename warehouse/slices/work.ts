import type { Model } from "../model.js";
import { boundsOf, type Run, runsOf } from "./run.js";
import type { Stamps } from "./stamps.js";

/** The model that knows the postings' ids: marts have no numbers, and lose the rows of what it had and has. */
export const IDS = "intermediate.posting_version";

/** Of which models the rows that go are remembered for others, as `lost_<name>`. */
export const REMEMBERED: Readonly<Record<string, { name: string; columns: string }>> = {
  [IDS]: { name: "posting", columns: "posting_id, employer_no, title_no" },
  "intermediate.copy_key": { name: "copy_key", columns: "by_requisition, by_text" },
};

/** What a sliced model needs: the runs of slices to be made, those that lose their rows, and whether its table stands. */
export interface Work {
  stands: boolean;
  stamps: Stamps;
  making: Run[];
  losing: Run[];
  /** The slices of the runs to be made. */
  stale: number[];
}

export const ascending = (slices: Iterable<number>): number[] => [...new Set(slices)].sort((a, b) => a - b);
const within = ({ slices }: Pick<Model, "slices">, run: Run): string =>
  `${slices!.by} BETWEEN ${boundsOf(slices!.by, run).join(" AND ")}`;

/** Where the rows of a sliced model stand. */
export const tableOf = ({ layer, id, name }: Model): string =>
  layer === "marts" ? `published.${id}` : `kept.main.${name}`;

const either = (conditions: readonly string[]): string => conditions.join(" OR ") || "false";

/** The rows that stale slices had. */
export const rowsLost = (model: Model, { losing }: Work): string => either(losing.map((run) => within(model, run)));

/** Whether a model knows its postings by their ids alone. */
export const isById = ({ layer, slices }: Model): boolean => layer === "marts" && slices!.by === "posting_no";

/** The rows of the runs that are made, in a mart by the ids of their postings. */
export const rowsOf = (model: Model, { making }: Work): string => {
  const made = either(making.map((run) => within(model, run)));
  return isById(model) ? `posting_id IN (SELECT posting_id FROM ${IDS} WHERE ${made})` : `(${made})`;
};
/** What is to be done where a model's slices have these stamps now and had others before; `months` of each. */
export const workOf = (
  { stands, stamps, before, months }: { stands: boolean; stamps: Stamps; before: Stamps; months: number },
  sizes: ReadonlyMap<number, number>,
  atATime: number,
): Work => {
  const all = ascending([...stamps.keys(), ...before.keys()]);
  const stale = all.filter((slice) => before.get(slice) !== stamps.get(slice));
  const runs = (slices: number[]): Run[] =>
    runsOf(slices, all, sizes, atATime).map(({ first, last }) => ({ first, last: last + months - 1 }));
  const making = stale.filter((slice) => stamps.has(slice));
  const losing = runs(stale.filter((slice) => before.has(slice)));
  return { stands, stamps, making: runs(making), losing, stale: making };
};
