import { packagePath } from "../models/package-root.js";
import { type Check, checkFinite, checkKey } from "./checks.js";
import { CODED_MODELS } from "./coded.js";
import { type Build, makeModel } from "./make.js";
import { buildOrder, type CodedModel, isKept, type Model, readModels } from "./model.js";
import { tailModels } from "./tail.js";

/** What of a build's options decides which models are made, and how they are watched. */
interface Asked {
  /** Sums of months come from the aggregates. */
  fromAggregates?: boolean | undefined;
  /** Aborted when the build is to end. */
  stop?: AbortSignal | undefined;
  /** Checks the keys of intermediate tables too. */
  everyKey?: boolean | undefined;
  effectsLog?: { debug(facts: object, message: string): void } | undefined;
}

/** Read by checks/months-add-up.sql and texts-have-fingerprints.sql; of the last the rows that are made. */
const KEPT_FOR_CHECKS = ["intermediate.posting_count", "intermediate.posting_version", "intermediate.reading"];
const MADE_FOR_CHECKS = "intermediate.reading";

/** What each model reads, and what stands behind what it only sees, in the order given. */
const allReads = (order: readonly Model[]): ReadonlySet<string>[] => {
  const known = new Map<string, Model>(order.map((model) => [model.id, model]));
  const behind = ({ reads }: Model): string[] =>
    reads.flatMap((id) => (known.get(id)!.seen ? [id, ...behind(known.get(id)!)] : [id]));
  return order.map((model) => new Set(behind(model)));
};

/**
 * Intermediate tables that nothing reads after each place in the order, checks included: dropped there, so that memory stays
 * bounded.
 */
const droppedAfter = (order: readonly Model[]): string[][] => {
  const reads = allReads(order);
  const needed = new Set(order.filter((model) => model.seen || isKept(model)).map(({ id }) => id));
  for (const id of KEPT_FOR_CHECKS) needed.add(id);
  const dropped = reads.toReversed().map((ids) => {
    const last = [...ids].filter((id) => id.startsWith("intermediate.") && !needed.has(id));
    for (const id of ids) needed.add(id);
    return last;
  });
  return dropped.reverse();
};

/** Milliseconds by the clock and of the processors since it was called. */
const stopwatch = () => {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: Math.round(performance.now() - started), cpu: Math.round((user + system) / 1000) };
  };
};

/** Makes all models in their order, and checks each; returns the checks. */
export const makeAll = async (
  build: Build,
  { fromAggregates, stop, everyKey, effectsLog }: Asked,
): Promise<Check[]> => {
  const { connection, keeper } = build;
  const models = [...readModels(packagePath("warehouse")), ...CODED_MODELS];
  const order = buildOrder<Model | CodedModel>(fromAggregates ? tailModels(models) : models);
  const dropped = droppedAfter(order);
  const checks: Check[] = [];
  for (const [place, model] of order.entries()) {
    stop?.throwIfAborted();
    const since = stopwatch();
    const slices = await makeModel(model, build);
    const isMart = model.layer === "marts";
    const rows = isMart || model.id === MADE_FOR_CHECKS ? await keeper.seeMade(model) : model.id;
    if (isMart || everyKey) checks.push(...(await checkKey(connection, model, rows)));
    checks.push(...(await checkFinite(connection, model, rows)));
    for (const id of dropped[place]!) await connection.run(`DROP TABLE ${id}`);
    effectsLog?.debug({ model: model.id, ...(slices && { slices }), ...since() }, "model built");
  }
  return checks;
};
