import type { LakeFiles } from "../../models/files.js";
import { isBucket, lakeOf, PlaceError } from "../../models/lake-place.js";
import { lakeFiles } from "../../warehouse/bucket/files.js";
import { readHead } from "./head.js";

/** The verbs that a lake in a bucket does for, or that need no lake; the others write it in ways that are a disk's. */
const VERBS = ["import", "extract", "aggregate", "build", "report", "tables import"];

/** Looks before a run whether its verb can be done where the lake lies. @throws PlaceError */
export const checkPlace = (verb: string, dataDir: string): void => {
  const lake = lakeOf(dataDir);
  if (!isBucket(lake) || VERBS.includes(verb)) return;
  throw new PlaceError(
    `${verb}: not done with a lake in a bucket (${lake}); there ${VERBS.join(", ")}, check, status and query work, one by one. ` +
      `Do it with a data directory whose lake is on a disk, then copy what is new to the bucket, lake/batches last`,
  );
};

/** Guards what Spark does: it reads and moves files of a disk that all machines see. @throws PlaceError */
export const notOnSpark = (dataDir: string): void => {
  const lake = lakeOf(dataDir);
  if (isBucket(lake))
    throw new PlaceError(`--spark: not done with a lake in a bucket (${lake}); mount it, or leave --spark out`);
};

/** The files of a data directory's lake, as a stage reads them. @throws LakeError where a newer version wrote the lake */
export const seenLake = async (dataDir: string): Promise<LakeFiles> => {
  const lake = await lakeFiles(dataDir);
  readHead(lake);
  return lake;
};
