import { existsSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { isBucket, PlaceError } from "../../models/lake-place.js";
import { packagePath } from "../../models/package-root.js";
import { sqlText } from "../../models/sql-text.js";

/** What `npm run setup:s3` leaves. */
const INSTALLED = packagePath(".s3", "httpfs.duckdb_extension");

/** The extension: CERTWORTH_HTTPFS, or what this checkout installed, or what DuckDB finds in the user's folder of extensions. */
const extension = (): string => {
  const named = process.env.CERTWORTH_HTTPFS ?? (existsSync(INSTALLED) ? INSTALLED : undefined);
  return named === undefined ? "httpfs" : sqlText(named);
};

const load = async (connection: DuckDBConnection): Promise<void> => {
  try {
    await connection.run(`LOAD ${extension()}`);
  } catch (error) {
    const [row] = (await connection.runAndReadAll("SELECT version()")).getRows() as [string][];
    const version = row![0].replace("v", "");
    throw new PlaceError(
      `a lake in a bucket needs DuckDB's extension httpfs ${version}, which cannot be loaded (${(error as Error).message.split("\n")[0]}); ` +
        `get it by "INSTALL httpfs" in a duckdb ${version} shell or "pip download duckdb-extension-httpfs==${version}", and name the unpacked file in CERTWORTH_HTTPFS`,
    );
  }
};

/** The address of a server by its parts; nothing where it is Amazon's own. @throws PlaceError where it is none */
const endpoint = (address: string | undefined): [option: string, sql: string][] => {
  if (!address) return [];
  const { protocol, host } = URL.canParse(address) ? new URL(address) : { protocol: "", host: "" };
  if (!/^https?:$/.test(protocol))
    throw new PlaceError(`AWS_ENDPOINT_URL="${address}": expected is an address such as https://storage.example.org`);
  return [
    ["ENDPOINT", sqlText(host)],
    ["USE_SSL", String(protocol === "https:")],
    ["URL_STYLE", "'path'"],
  ];
};

/** What the environment says of the user and the server, by its usual names; without a key the bucket must be open to all. */
const secret = (): string => {
  const { env } = process;
  const said: [option: string, value: string | undefined][] = [
    ["KEY_ID", env.AWS_ACCESS_KEY_ID],
    ["SECRET", env.AWS_SECRET_ACCESS_KEY],
    ["SESSION_TOKEN", env.AWS_SESSION_TOKEN],
    ["REGION", env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? "us-east-1"],
  ];
  const options = [
    ...said.flatMap(([option, value]): [string, string][] => (value ? [[option, sqlText(value)]] : [])),
    ...endpoint(env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL),
  ];
  return `CREATE OR REPLACE SECRET certworth_lake (TYPE s3, ${options.map((option) => option.join(" ")).join(", ")})`;
};

/** Connections made per file would cost more than what is read; files of a lake never change, so what was learnt of one stays true. */
const SETTINGS = ["SET httpfs_connection_caching = true", "SET enable_http_metadata_cache = true"];

/**
 * Lets an engine reach what lies in a bucket; does nothing for a folder. Key and secret live in the engine's memory and stand in no
 * message. @throws PlaceError where the extension or the settings cannot be used
 */
export const reach = async (connection: DuckDBConnection, place: string): Promise<void> => {
  if (!isBucket(place)) return;
  await load(connection);
  const sql = secret();
  try {
    await connection.run(sql);
  } catch {
    throw new PlaceError(
      'the AWS_* variables of the environment cannot be used as they are; see "Object storage" in the README',
    );
  }
  for (const setting of SETTINGS) await connection.run(setting);
};
