import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { layout } from "./lake/layout.js";

/** Another run holds the data directory (exit code 5). */
export class LockedError extends Error {
  override name = "LockedError";
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const ownerOf = (path: string): number => Number.parseInt(readFileSync(path, "utf8"), 10);

const create = (path: string): void => {
  const handle = openSync(path, "wx");
  writeSync(handle, `${process.pid}\n`);
  closeSync(handle);
};

/**
 * Takes the data directory for this process until the returned function is called. The lock of a process that no longer
 * runs is taken over.
 * @throws LockedError naming the owner
 */
export const takeLock = (dataDir: string): (() => void) => {
  const path = layout(dataDir).lock;
  mkdirSync(dirname(path), { recursive: true });
  try {
    create(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = ownerOf(path);
    if (owner !== process.pid && alive(owner))
      throw new LockedError(`${path}: process ${owner} holds this data directory; wait for it, or use another --data`);
    rmSync(path, { force: true });
    create(path);
  }
  return () => rmSync(path, { force: true });
};
