// DuckDB in a worker over `explorer.duckdb`, which is opened read-only; only what a query touches is fetched.
import * as duckdb from "./duckdb.js";

const here = (file) => new URL(file, import.meta.url).href;

// After these the engine reaches neither files nor addresses, loads no extension, and nothing can turn that back.
const SETTINGS = [
  "SET search_path = 'marts'",
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

async function start() {
  const worker = new Worker(here("duckdb-browser-eh.worker.js"));
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate(here("duckdb-eh.wasm"));
  await db.registerFileURL("explorer.duckdb", here("../explorer.duckdb"), duckdb.DuckDBDataProtocol.HTTP, false);
  await db.open({
    path: "explorer.duckdb",
    accessMode: duckdb.DuckDBAccessMode.READ_ONLY,
    filesystem: { reliableHeadRequests: true, allowFullHTTPReads: true, forceFullHTTPReads: false },
    query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true },
  });
  const connection = await db.connect();
  for (const setting of SETTINGS) await connection.query(setting);
  return connection;
}

let started;

// The connection, made at the first call; after a failure the next call tries again.
function connection() {
  started ??= start().catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

// Runs a query: its fields (name and kind of value) and at most so many of its rows as plain values.
export async function run(sql, most) {
  const connected = await connection();
  const reader = await connected.send(sql);
  const rows = [];
  let fields = [];
  for await (const batch of reader) {
    fields = batch.schema.fields.map(({ name, type }) => ({ name, kind: kindOf(type) }));
    for (const row of batch) {
      if (rows.length === most) return { fields, rows, cut: true };
      rows.push([...row].map(([, value], index) => plain(value, fields[index].kind)));
    }
  }
  if (fields.length === 0 && reader.schema)
    fields = reader.schema.fields.map(({ name, type }) => ({ name, kind: kindOf(type) }));
  return { fields, rows, cut: false };
}

// Arrow's type ids: 2 and 3 are numbers, 8 a date, 10 a timestamp.
function kindOf({ typeId }) {
  if (typeId === 2 || typeId === 3 || typeId === 7) return "number";
  return typeId === 8 || typeId === 10 ? "date" : "text";
}

const asJson = (value) => JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? Number(inner) : inner));

function plain(value, kind) {
  if (value === null || value === undefined) return null;
  if (kind === "date") return new Date(Number(value)).toISOString().slice(0, 10);
  if (kind === "number") return Number(value);
  return typeof value === "object" ? asJson(value) : String(value);
}
