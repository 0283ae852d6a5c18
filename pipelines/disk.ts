import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { layout } from "./lake/layout.js";

/** The disk is full, or nearly (exit code 1). Nothing is lost: what was finished is kept. */
export class DiskSpaceError extends Error {
  override name = "DiskSpaceError";
}

/** The data directory cannot be written to (exit code 1). */
export class ReadOnlyError extends Error {
  override name = "ReadOnlyError";
}

/** A run begins with so much free at least, beside room for a second warehouse. `CERTWORTH_MIN_FREE` says otherwise, in MB. */
const DEFAULT_FREE_MB = 300;
const MB = 1e6;
/** A run under way is stopped where a fourth of that is left: enough to end in order. */
const LAST_PART = 0.25;

const megabytes = (bytes: number): string => `${Math.floor(bytes / MB).toLocaleString("en-US")} MB`;

/** Bytes that users may still write on the disk of a folder, or of the nearest folder above that exists. */
export const freeBytes = (folder: string): number => {
  if (!existsSync(folder) && dirname(folder) !== folder) return freeBytes(dirname(folder));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Bytes that are kept free. @throws RangeError where the environment's number is none */
export const leastFree = (): number => {
  const asked = process.env.CERTWORTH_MIN_FREE ?? String(DEFAULT_FREE_MB);
  if (!/^\d+$/.test(asked))
    throw new RangeError(`CERTWORTH_MIN_FREE="${asked}": a whole number of megabytes is expected`);
  return Number(asked) * MB;
};

const tooLittle = (dataDir: string, free: number, needed: number): DiskSpaceError =>
  new DiskSpaceError(
    `${dataDir}: ${megabytes(free)} are free on its disk, ${megabytes(needed)} are needed; nothing is lost: make room ("certworth prune" shows what may go) or move the data directory, and run again`,
  );

/** Looks before a run: room for what must be free and for a second warehouse beside the standing one. @throws DiskSpaceError */
export const checkSpace = (dataDir: string): void => {
  const standing = statSync(layout(dataDir).warehouse, { throwIfNoEntry: false })?.size ?? 0;
  const needed = leastFree() + standing;
  const free = freeBytes(dataDir);
  if (free < needed) throw tooLittle(dataDir, free, needed);
};

/** Looks during a run; undefined where there is room. */
export const spaceTrouble = (dataDir: string): DiskSpaceError | undefined => {
  const needed = leastFree() * LAST_PART;
  const free = freeBytes(dataDir);
  return free < needed ? tooLittle(dataDir, free, needed) : undefined;
};

/** What the system and the engine say of a full disk, and of one that cannot be written to. */
const FULL = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|failed to offload data block/i;
const SHUT = /EROFS|EACCES|EPERM|Read-only file system|Permission denied/i;

/** A file of the lake that the engine cannot read. */
const DAMAGED = /parquet/i;
const LAKE_FILE = /[^\s'"]*\/lake\/[^\s'"]+\.parquet|s3:\/\/[^\s'"]+\.parquet/;

/** A file of the lake is damaged (exit code 1); the old warehouse stands. */
export class DamagedError extends Error {
  override name = "DamagedError";
}

/** The beginning of what an engine says: the rest may quote a posting, which is no matter for a log. */
const brief = (message: string): string => message.split("\n")[0]!.slice(0, 120);

/** An error in words that say what to do, where it is about the disk or a damaged file; else itself. */
export const diskError = (dataDir: string, error: unknown): unknown => {
  const { message, code = "", path = "" } = error as NodeJS.ErrnoException;
  const text = `${code} ${message}`;
  if (FULL.test(text))
    return new DiskSpaceError(
      `${dataDir}: its disk is full (${message}); nothing is lost: make room ("certworth prune" shows what may go) and run again`,
      { cause: error },
    );
  if (SHUT.test(text) && `${path} ${message}`.includes(dataDir))
    return new ReadOnlyError(
      `${dataDir}: cannot be written to (${message}); give this user the right to write there, or use another --data`,
      { cause: error },
    );
  const file = text.match(LAKE_FILE)?.[0];
  if (file !== undefined && DAMAGED.test(text))
    return new DamagedError(
      `${file}: cannot be read (${brief(message)}); the old warehouse stands, nothing else is lost: "certworth check" says what to do about each damaged file`,
      { cause: error },
    );
  return error;
};
