import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { layout } from "./lake/layout.js";
import { lifeOf, Owner, self } from "./lock/owner.js";

/** Another run holds the data directory (exit code 5). */
export class LockedError extends Error {
  override name = "LockedError";
}

/** Times of the heartbeat, in ms. */
export interface Beats {
  every: number;
  /** How long the lock of an owner that cannot be seen from here is watched; without a beat in that time it is dead. */
  watched: number;
}

const BEATS: Beats = { every: 10_000, watched: 35_000 };
/** How often a watched lock is looked at, in ms. */
const LOOK = 250;

/** A held data directory. */
export interface Lock {
  release(): void;
}

/** A lock as it stands: its words, and whose they are; null where they are no owner's. */
interface Standing {
  text: string;
  owner: Owner | null;
}

/** An owner from a lock's text: versions before 0.2 wrote the process id alone. */
const ownerIn = (text: string): Owner | null => {
  const plain = /^\d+\s*$/.test(text);
  try {
    return Owner.parse(plain ? { pid: Number(text) } : JSON.parse(text));
  } catch {
    return null;
  }
};

const standing = (path: string): Standing | null => {
  try {
    const text = readFileSync(path, "utf8");
    return { text, owner: ownerIn(text) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
};

/** On a disk that is full to the last byte a lock is empty: its heartbeat must tell. Who makes room needs one too. */
const writeIfRoom = (path: string, text: string): void => {
  try {
    writeFileSync(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    writeFileSync(path, "");
  }
};

/** Puts a lock in place whole, where none stands. */
const place = (path: string, text: string): boolean => {
  const written = `${path}.${process.pid}.tmp`;
  writeIfRoom(written, text);
  try {
    linkSync(written, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(written, { force: true });
  }
};

const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** True where the file was touched, replaced or removed while it was watched: no clock is compared with another. */
const beatsWithin = (path: string, ms: number): boolean => {
  const stamp = (): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const first = stamp();
  for (let waited = 0; waited < ms; waited += LOOK) {
    pause(LOOK);
    if (stamp() !== first) return true;
  }
  return false;
};

const isDead = (path: string, { owner }: Standing, beats: Beats): boolean => {
  if (owner === null) return !beatsWithin(path, beats.watched);
  const life = lifeOf(owner);
  return life === "dead" || (life === "unknown" && !beatsWithin(path, beats.watched));
};

/** Takes a dead owner's lock away; whatever else was met there by then is put back. */
const bury = (path: string, dead: Standing): void => {
  const grave = `${path}.dead-${process.pid}.tmp`;
  try {
    renameSync(path, grave);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (readFileSync(grave, "utf8") !== dead.text) linkSync(grave, path);
  rmSync(grave);
};

const heldBy = (path: string, found: Standing | null): LockedError => {
  const { pid, host, started_at } = found?.owner ?? {};
  const who = pid === undefined ? "another run" : `process ${pid}`;
  const where = `${host === undefined ? "" : ` on ${host}`}${started_at === undefined ? "" : ` since ${started_at}`}`;
  return new LockedError(`${path}: ${who} holds this data directory${where}; wait for it, or use another --data`);
};

/**
 * Takes the data directory for this process until it is released. A dead owner's lock is taken over: one whose process or
 * boot is gone, or, on another machine, whose heartbeat stands still.
 * @param onLost told where somebody else took the lock while this process stood still: what it writes is no longer its own
 * @throws LockedError naming the owner
 */
export const takeLock = (dataDir: string, onLost: (error: LockedError) => void = () => {}, beats = BEATS): Lock => {
  const path = layout(dataDir).lock;
  mkdirSync(dirname(path), { recursive: true });
  const text = `${JSON.stringify(self())}\n`;
  if (!place(path, text)) {
    const found = standing(path);
    if (found && !isDead(path, found, beats)) throw heldBy(path, found);
    if (found) bury(path, found);
    if (!place(path, text)) throw heldBy(path, standing(path));
  }
  const placed = standing(path)?.text;
  const isOurs = (): boolean => standing(path)?.text === placed;
  const beat = setInterval(() => {
    if (isOurs()) return utimesSync(path, new Date(), new Date());
    clearInterval(beat);
    onLost(new LockedError(`${path}: another run took this data directory over while this one stood still; run again`));
  }, beats.every);
  beat.unref();
  return {
    release: () => {
      clearInterval(beat);
      if (isOurs()) rmSync(path, { force: true });
    },
  };
};
