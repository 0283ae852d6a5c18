import { spawn } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { filesBelow } from "../../../models/files.js";
import { packagePath } from "../../../models/package-root.js";
import { sqlText } from "../../../models/sql-text.js";
import { reach } from "../../../warehouse/bucket/httpfs.js";
import { Line } from "./line.js";

const PYTHON = packagePath(".s3", "bin", "python");
const SERVER = new URL("server.py", import.meta.url).pathname;
const BUCKET = "county";

/** Why there is no bucket here; null where there is one. */
export const noBucket = (): string | null =>
  existsSync(PYTHON) ? null : 'no server for buckets: run "npm run setup:s3"';

/** A bucket of a server on loopback, and what the environment must say to reach it. */
export interface Bucket {
  env: Record<string, string>;
  /** What requests go through. */
  line: Line;
  /** An engine that reaches the bucket. */
  connection: DuckDBConnection;
  address(name: string): string;
  /** Copies files below a folder, byte by byte, to the same names below an address. */
  copy(folder: string, address: string): Promise<void>;
  /** Puts bytes in the place of an object. */
  write(address: string, bytes: Uint8Array): Promise<void>;
  close(): void;
}

const started = async (): Promise<{ url: string; key: string; secret: string; end(): void }> => {
  const child = spawn(PYTHON, [SERVER, BUCKET, "0"], { stdio: ["pipe", "pipe", "ignore"] });
  const told = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (bytes) => resolve(String(bytes)));
    child.once("exit", (code) => reject(new Error(`${SERVER} ended with ${code}`)));
  });
  return { ...(JSON.parse(told) as { url: string; key: string; secret: string }), end: () => child.stdin.end() };
};

const put = async (connection: DuckDBConnection, file: string, address: string): Promise<void> => {
  await connection.run(
    `COPY (SELECT content FROM read_blob(${sqlText(file)})) TO ${sqlText(address)} (FORMAT blob, COMPRESSION none)`,
  );
};

/** Starts a server with a bucket; this process's environment then reaches it too. */
export const startBucket = async (folder: string): Promise<Bucket> => {
  const { url, key, secret, end } = await started();
  const line = await Line.to(Number(new URL(url).port));
  const env = {
    AWS_ENDPOINT_URL: line.url,
    AWS_ACCESS_KEY_ID: key,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_REGION: "us-east-1",
  };
  Object.assign(process.env, env);
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const address = (name: string): string => `s3://${BUCKET}/${name}`;
  await reach(connection, address(""));
  return {
    env,
    line,
    connection,
    address,
    copy: async (from, to) => {
      for (const file of filesBelow(from, "")) await put(connection, file, `${to}/${relative(from, file)}`);
    },
    write: async (to, bytes) => {
      const file = join(folder, "bytes");
      writeFileSync(file, bytes);
      await put(connection, file, to);
      rmSync(file);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      line.close();
      end();
    },
  };
};

/** Makes a data directory whose lake lies elsewhere. */
export const lakeAt = (dataDir: string, address: string): void => writeFileSync(join(dataDir, "lake"), `${address}\n`);
