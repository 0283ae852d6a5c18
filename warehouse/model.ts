import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";

/** The folders of SQL in their build order: a folder reads itself and those before it. */
export const LAYERS = ["staging", "intermediate", "marts"] as const;
export type Layer = (typeof LAYERS)[number];

/** One table or view of the warehouse: one SELECT and what its head says of it. */
export interface Model {
  layer: Layer;
  name: string;
  /** `marts.posting` */
  id: string;
  sql: string;
  /** The head's sentences: grain and rules. */
  description: string;
  /** Columns that together are unique and never null; empty where the model has no key. */
  key: string[];
  /** Column meanings, for the data dictionary. */
  columns: Map<string, string>;
  /** Ids of the models that it reads. */
  reads: string[];
  /** Whether it is only seen, and the files behind it read by whoever reads it: the lake's great tables. */
  seen: boolean;
  /** What its rows are kept by; null where it is made anew in every build. */
  slices: Slices | null;
}

/**
 * A model whose rows of one slice (the postings of a month, by their number, the month itself, or its year) rest on the rows of that
 * slice alone, and on models that are not sliced; a block is an employer's postings under one title, or those that share what copies
 * share. `made`: by slices, where what they rest on changed; whole, in every build anew; or renewed, in the slices of
 * `intermediate.stale_<name>`. The rows of the last two say which slices changed. What is kept by years is read by models made whole.
 */
export interface Slices {
  by: "posting_no" | "month" | "year" | "block";
  made: "by slices" | "whole" | "renewed";
}

/** A model that no SQL can say: it reads and leaves tables like any other. */
export interface CodedModel extends Model {
  create(connection: DuckDBConnection, work: Workplace): Promise<void>;
}

/** A coded model, by what it alone says: an intermediate table that is made whole. */
export const codedModel = (of: Pick<CodedModel, "name" | "description" | "key" | "reads" | "create">): CodedModel => ({
  ...of,
  layer: "intermediate",
  id: `intermediate.${of.name}`,
  sql: "",
  columns: new Map(),
  seen: false,
  slices: null,
});

/** Where a model is made: files on the way go into `folder`; `extractor` is the version that read the postings. */
export interface Workplace {
  folder: string;
  extractor: string;
  /** The slices of a model that this build made anew by their inputs. */
  slicesMade(id: string): readonly number[];
}

/** What a model refers to in its SQL. */
export const REFERENCE = /\b(?:staging|intermediate|marts)\.[a-z_]+/g;

/** The comment lines at the top of an SQL file, without their dashes. */
export const headOf = (sql: string): string[] => {
  const lines = sql.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("--"));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^--\s*/, ""));
};

const MADE: Readonly<Record<string, Slices["made"]>> = { "": "by slices", "made whole": "whole", renewed: "renewed" };
/** The ids of the models that an SQL text refers to outside of its comments. */
export const readsOf = (sql: string): string[] => [...new Set(sql.replaceAll(/--.*$/gm, "").match(REFERENCE) ?? [])];

const readModel = (layer: Layer, path: string): Model => {
  const sql = readFileSync(path, "utf8");
  const name = basename(path, ".sql");
  const head = headOf(sql);
  const columns = head.flatMap((line) => {
    const match = /^column (\w+): (.+)$/.exec(line);
    return match ? [[match[1]!, match[2]!] as const] : [];
  });
  const keyLine = head.find((line) => line.startsWith("key: "));
  const sliced = head.flatMap(
    (line) => /^slices: (posting_no|month|year|block)(?:, (made whole|renewed))?$/.exec(line) ?? [],
  );
  const description = head.filter((line) => !/^(key|slices|relation|column \w+): /.test(line)).join(" ");
  if (description === "") throw new Error(`${path}: the head says no grain; start it with "-- One row per ..."`);
  const slices = sliced.length === 0 ? null : { by: sliced[1] as Slices["by"], made: MADE[sliced[2] ?? ""]! };
  const stale = slices?.made === "renewed" ? [`intermediate.stale_${name}`] : [];
  return {
    layer,
    name,
    id: `${layer}.${name}`,
    sql: sql.trim(),
    description,
    key: keyLine ? keyLine.slice("key: ".length).split(/,\s*/) : [],
    columns: new Map(columns),
    reads: [...new Set([...stale, ...readsOf(sql)])],
    seen: head.includes("relation: view"),
    slices,
  };
};

/** All models below a folder, by layer and name. */
export const readModels = (dir: string): Model[] =>
  LAYERS.flatMap((layer) =>
    readdirSync(join(dir, layer))
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => readModel(layer, join(dir, layer, file))),
  );

/** Whether a model is made slice by slice. */
export const isSliced = ({ slices }: Pick<Model, "slices">): boolean => slices?.made === "by slices";

/** Whether a model's rows are kept from build to build. */
export const isKept = ({ slices }: Pick<Model, "slices">): boolean => slices !== null && slices.made !== "whole";

type Placed = Pick<Model, "id" | "layer" | "reads" | "slices">;

const checkReads = (model: Placed, known: ReadonlyMap<string, Placed>): void => {
  for (const id of model.reads) {
    const read = known.get(id);
    const layer = id.split(".")[0] as Layer;
    if (LAYERS.indexOf(layer) > LAYERS.indexOf(model.layer))
      throw new Error(`${model.id} reads ${id}: a model may read its own layer and lower ones only`);
    if (read === undefined) throw new Error(`${model.id} reads ${id}, which does not exist`);
    if (isSliced(model) && read.slices?.by === "year")
      throw new Error(`${model.id} reads ${id}, which is kept by years: only models that are made whole may`);
  }
};

/**
 * The models in an order in which each comes after all that it reads, layer by layer.
 * @throws where a model reads a higher layer, what does not exist, by slices what is kept by years, or itself by way of others
 */
export const buildOrder = <T extends Placed>(models: T[]): T[] => {
  const known = new Map(models.map((model) => [model.id, model]));
  const done = new Set<string>();
  const order: T[] = [];
  const visit = (model: T, path: string[]): void => {
    if (done.has(model.id)) return;
    if (path.includes(model.id))
      throw new Error(`models read each other in a circle: ${[...path, model.id].join(" -> ")}`);
    checkReads(model, known);
    for (const read of model.reads) visit(known.get(read)!, [...path, model.id]);
    done.add(model.id);
    order.push(model);
  };
  for (const layer of LAYERS) for (const model of models) if (model.layer === layer) visit(model, []);
  return order;
};
