import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { checkWarehouseVersion } from "../models/warehouse-version.js";

/** A read-only view of the warehouse. Rows come as plain values: numbers, strings, `YYYY-MM-DD` for dates, lists, objects. */
export interface Marts {
  rows<T>(sql: string): Promise<T[]>;
  /** For `COPY ... TO`: the warehouse itself cannot be changed through it. */
  run(sql: string): Promise<void>;
  close(): void;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function explain(error: unknown, sql: string): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`the site's query failed: ${reason}\n  in: ${sql.trim().replaceAll(/\s+/g, " ").slice(0, 300)}`, {
    cause: error,
  });
}

/** @throws when the file is missing or is no DuckDB database. */
export async function openMarts(file: string): Promise<Marts> {
  if (!existsSync(file)) throw new Error(`no warehouse at ${file}: run \`certworth build\` first`);
  const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  await checkWarehouseVersion(file, async (sql) => (await connection.runAndReadAll(sql)).getRows());
  const guarded = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explain(error, sql);
    }
  };
  return {
    rows: <T>(sql: string) =>
      guarded(sql, async () => {
        const reader = await connection.runAndReadAll(sql);
        return reader.getRowObjectsJS().map(plain) as T[];
      }),
    run: (sql) => guarded(sql, async () => void (await connection.run(sql))),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The same marts, which answer what stands in `queries` more than once from memory: pages read their rows and change none. */
export function remembering(marts: Marts, queries: readonly string[]): Marts {
  const shared = new Set(queries.filter((sql, index) => queries.indexOf(sql) !== index));
  const known = new Map<string, Promise<unknown[]>>();
  return {
    ...marts,
    rows: <T>(sql: string) => {
      if (!shared.has(sql)) return marts.rows<T>(sql);
      const answer = known.get(sql) ?? marts.rows(sql);
      known.set(sql, answer);
      return answer as Promise<T[]>;
    },
  };
}
