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

/** Read by checks/months-add-up.sql. */
const KEPT_FOR_CHECKS = ["intermediate.posting_count"];

/** What a model reads, and what stands behind what it only sees. */
const readsOf = (model: Model, order: readonly Model[]): string[] =>
  model.reads.flatMap((id) => {
    const read = order.find((one) => one.id === id)!;
    return read.seen ? [id, ...readsOf(read, order)] : [id];
  });

/** Intermediate tables that nothing reads after a place in the order, checks included: dropped there, so that memory stays bounded. */
const droppedAfter = (order: readonly Model[], place: number): string[] => {
  const later = order.slice(place + 1).flatMap((model) => readsOf(model, order));
  const kept = order.filter((model) => model.seen || isKept(model)).map(({ id }) => id);
  const needed = new Set([...later, ...kept, ...KEPT_FOR_CHECKS]);
  return [...new Set(readsOf(order[place]!, order))].filter((id) => id.startsWith("intermediate.") && !needed.has(id));
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
  const checks: Check[] = [];
  for (const [place, model] of order.entries()) {
    stop?.throwIfAborted();
    const since = stopwatch();
    const slices = await makeModel(model, build);
    if (model.layer === "marts" || everyKey)
      checks.push(...(await checkKey(connection, model, keeper.rowsMade(model))));
    checks.push(...(await checkFinite(connection, model)));
    for (const id of droppedAfter(order, place)) await connection.run(`DROP TABLE ${id}`);
    effectsLog?.debug({ model: model.id, ...(slices && { slices }), ...since() }, "model built");
  }
  return checks;
};
