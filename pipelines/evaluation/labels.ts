import { existsSync } from "node:fs";
import { DuckDBInstance, listValue } from "@duckdb/node-api";
import { z } from "zod";
import { filesBelow } from "../../models/files.js";
import { groupedBy } from "../../models/group.js";
import { REQUIREMENTS } from "../../models/mention.js";
import { layout } from "../lake/layout.js";
import { TableError } from "../tables/header.js";
import { recordsOf } from "../tables/read.js";
import type { GoldMention, GoldPosting } from "./gold.js";

/**
 * Labels without the texts that they are of: a mention a row, and a row without a mention for a posting that names none. So they
 * can be kept and shared where the texts, which are their employers', cannot; a lake that holds the postings gives the texts.
 */
const Label = z.strictObject({
  posting_id: z.string().min(1),
  /** Of the posting as it was read: a text that changed since has other offsets. */
  content_hash: z.string().min(1),
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().nonnegative(),
  entity: z.string(),
  requirement: z.enum([...REQUIREMENTS, ""]),
});
type Label = z.infer<typeof Label>;

const COLUMNS = Object.keys(Label.shape);

const readRows = async (path: string): Promise<Label[]> => {
  if (!existsSync(path)) throw new TableError(`${path}: no such file`);
  const [head, ...records] = await recordsOf(path);
  const names = head?.record ?? [];
  const lacking = COLUMNS.filter((column) => !names.includes(column));
  if (lacking.length > 0)
    throw new TableError(`${path}:1: no column ${lacking.join(", ")}; labels have the columns ${COLUMNS.join(",")}`);
  if (records.length === 0) throw new TableError(`${path}: no label below the header`);
  return records.map(({ record, info }) => {
    const parsed = Label.safeParse(Object.fromEntries(names.map((name, at) => [name, record[at]])));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0]!;
    throw new TableError(`${path}:${info.lines}: ${issue.path.join(".") || "row"}: ${issue.message}`);
  });
};

interface Text {
  content_hash: string;
  source: string;
  title: string;
  text: string;
}

/** The texts of these versions of postings, by content hash. */
const textsOf = async (dataDir: string, hashes: readonly string[]): Promise<Map<string, Text>> => {
  const files = filesBelow(layout(dataDir).postings, ".parquet");
  if (files.length === 0) return new Map();
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "600MB" });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `SELECT content_hash, any_value(source) AS source, any_value(coalesce(title, '')) AS title, any_value(text) AS text
     FROM read_parquet($files, union_by_name = true) WHERE list_contains($hashes, content_hash) GROUP BY content_hash`,
    { files: listValue(files), hashes: listValue([...hashes]) },
  );
  const rows = reader.getRowObjectsJS() as unknown as Text[];
  connection.closeSync();
  instance.closeSync();
  return new Map(rows.map((row) => [row.content_hash, row]));
};

const mentionOf = ({ start, end, entity, requirement }: Label, text: string): GoldMention[] =>
  requirement === "" ? [] : [{ start, end, surface: text.slice(start, end), entity, requirement }];

/** The labelled postings that the lake holds as they were when they were read, and how many it does not hold so. */
export const readLabels = async (path: string, dataDir: string): Promise<{ gold: GoldPosting[]; missing: number }> => {
  const labels = groupedBy(await readRows(path), ({ content_hash }) => content_hash);
  const texts = await textsOf(dataDir, [...labels.keys()]);
  const gold = [...labels].flatMap(([hash, rows]): GoldPosting[] => {
    const posting = texts.get(hash);
    if (posting === undefined) return [];
    const { source, title, text } = posting;
    return [
      { id: rows[0]!.posting_id, source, title, text, certificates: rows.flatMap((row) => mentionOf(row, text)) },
    ];
  });
  return { gold, missing: labels.size - gold.length };
};
