import { diskError, spaceTrouble } from "./disk.js";
import type { Listening } from "./interruption.js";
import { type Lock, takeLock } from "./lock.js";

/** How often the disk is looked at, in ms. */
const LOOK_AT_DISK = 2000;

/** Stops the run before the disk is full; the returned function ends the watch. */
const watchDisk = (dataDir: string, stop: AbortController): (() => void) => {
  const look = setInterval(() => {
    const trouble = spaceTrouble(dataDir);
    if (trouble) stop.abort(trouble);
  }, LOOK_AT_DISK);
  look.unref();
  return () => clearInterval(look);
};

/** The lock of the directory; a disk that cannot be written to is said in words. */
const openLock = (dataDir: string, stop: AbortController, ended: () => void): Lock => {
  try {
    return takeLock(dataDir, (error) => stop.abort(error));
  } catch (error) {
    ended();
    throw diskError(dataDir, error);
  }
};

/**
 * Takes a data directory for the run under way, and keeps watch over lock and disk; the returned function gives it back.
 * @param needsRoom false for what makes room: it must run on a full disk
 * @throws LockedError, DiskSpaceError, ReadOnlyError
 */
export const holdDirectory = (dataDir: string, { stop, ended }: Listening, needsRoom: boolean): (() => void) => {
  const lock = openLock(dataDir, stop, ended);
  process.once("exit", lock.release);
  const endWatch = needsRoom ? watchDisk(dataDir, stop) : (): void => undefined;
  return () => {
    endWatch();
    process.removeListener("exit", lock.release);
    lock.release();
    ended();
  };
};
