import type { DuckDBConnection } from "@duckdb/node-api";
import { createModel } from "./engine.js";
import { type CodedModel, isSliced, type Model, type Workplace } from "./model.js";
import type { Keeper } from "./slices/keeper.js";

/** Where the models of a build are made. */
export interface Build extends Workplace {
  connection: DuckDBConnection;
  keeper: Keeper;
}

/** Makes a model's relation: in code, slice by slice, or whole. @throws with the model's name where it cannot be made */
export const makeModel = async (model: Model | CodedModel, build: Build): Promise<void> => {
  const { connection, keeper } = build;
  try {
    if ("create" in model) await model.create(connection, build);
    else if (isSliced(model)) await keeper.make(model);
    else await createModel(connection, model);
    if (model.slices?.whole) await keeper.note(model);
  } catch (error) {
    throw new Error(`model ${model.id}: ${(error as Error).message}`, { cause: error });
  }
};
