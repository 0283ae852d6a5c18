import type { DuckDBConnection } from "@duckdb/node-api";
import { createModel } from "./engine.js";
import { type CodedModel, isSliced, type Model, type Workplace } from "./model.js";
import type { Keeper } from "./slices/keeper.js";

/** Where the models of a build are made. */
export interface Build extends Workplace {
  connection: DuckDBConnection;
  keeper: Keeper;
}

/** Makes a model's relation: in code, slice by slice or in its stale slices (returns the slices that were made), or whole (null). @throws with the model's name where it cannot be made */
export const makeModel = async (model: Model | CodedModel, build: Build): Promise<number[] | null> => {
  const { connection, keeper } = build;
  try {
    if (isSliced(model)) return await keeper.make(model);
    if (model.slices?.made === "renewed") return await keeper.renew(model);
    if ("create" in model) await model.create(connection, build);
    else await createModel(connection, model);
    if (model.slices) await keeper.note(model);
    return null;
  } catch (error) {
    throw new Error(`model ${model.id}: ${(error as Error).message}`, { cause: error });
  }
};
