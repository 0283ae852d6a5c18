/** Raised by hand when a column of a mart is renamed, removed or gets another meaning; new columns need nothing. */
export const WAREHOUSE_SCHEMA_VERSION = 1;

/**
 * Refuses a warehouse of a later certworth: its columns may mean something else. One of before there were versions is read.
 * @param ask runs a query on it and returns the rows' values
 * @throws with what to do
 */
export const checkWarehouseVersion = async (
  path: string,
  ask: (sql: string) => Promise<unknown[][]>,
): Promise<void> => {
  const meta = await ask("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = 'meta'");
  if (meta.length === 0) return;
  const rows = await ask("SELECT value FROM marts.meta WHERE key = 'schema_version'");
  const version = Number(rows[0]?.[0] ?? 0);
  if (version > WAREHOUSE_SCHEMA_VERSION)
    throw new Error(
      `${path}: the warehouse has schema version ${version}, this certworth reads up to ${WAREHOUSE_SCHEMA_VERSION}; upgrade certworth, or build it again with this one`,
    );
};
