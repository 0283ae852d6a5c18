import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The lake cannot be where it is said to be, or is where this verb cannot reach it (exit code 2). */
export class PlaceError extends Error {
  override name = "UsageError";
}

/** A bucket by S3's rules of naming, and folders in it; signs that an address or a pattern of names gives a meaning to stay out. */
const ADDRESS = /^(s3:\/\/[a-z0-9][a-z0-9.-]{1,62}(?:\/[\w.=-]+)*)\/?$/;
const LONGEST_ADDRESS = 1000;

/** True for what lies in a bucket: an address, no path of this machine. */
export const isBucket = (path: string): boolean => path.startsWith("s3://");

/** A path below a folder, on a disk or in a bucket. */
export const below = (folder: string, ...names: string[]): string =>
  isBucket(folder) ? [folder, ...names].join("/") : join(folder, ...names);

/**
 * Where the lake of a data directory lies: in its folder `lake`; or, where `lake` is a file, under the address that stands in
 * it, as `.git` may be a file that says where the repository is. @throws PlaceError where that is no address
 */
export const lakeOf = (dataDir: string): string => {
  const path = join(dataDir, "lake");
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return path;
  const said = readFileSync(path, "utf8").trim().slice(0, LONGEST_ADDRESS);
  const address = ADDRESS.exec(said)?.[1];
  if (address === undefined)
    throw new PlaceError(
      `${path}: "${said}" is no place of a lake; expected is a line such as s3://my-bucket/county/lake`,
    );
  return address;
};

/** Guards what is done with files of this machine. @throws PlaceError for a path in a bucket */
export const onThisMachine = (path: string): string => {
  if (!isBucket(path)) return path;
  throw new PlaceError(
    `${path}: this is not done with a lake in a bucket; copy the lake to a disk (such as "aws s3 sync"), into the folder lake of another data directory, and do it there`,
  );
};
