import { DuckDBInstance, type DuckDBValueConverter, type Json, JsonDuckDBValueConverter } from "@duckdb/node-api";
import { filesBelow } from "../../models/files.js";
import { sqlText } from "../../models/sql-text.js";

/** The rows of a query: over files that the query names, or over a DuckDB file, which is only read. */
export const queryRows = async <Row>(
  sql: string,
  {
    path = ":memory:",
    convert = JsonDuckDBValueConverter,
  }: { path?: string; convert?: DuckDBValueConverter<Json> } = {},
): Promise<Row[]> => {
  const instance = await DuckDBInstance.create(path, path === ":memory:" ? {} : { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const rows = await (await connection.run(sql)).convertRowObjects(convert);
  connection.closeSync();
  instance.closeSync();
  return rows as Row[];
};

/** The Parquet files below a folder, as a table of a query. */
export const parquetBelow = (folder: string): string =>
  `read_parquet([${filesBelow(folder, ".parquet").map(sqlText).join(",")}])`;
