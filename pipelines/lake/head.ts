import { z } from "zod";
import { type LakeFiles, onDisk } from "../../models/files.js";
import { below } from "../../models/lake-place.js";
import { writeFileAtomic } from "./atomic.js";
import { LAKE_SCHEMA_VERSION, type Layout } from "./layout.js";

/** The lake cannot be used as asked; the message says what to do. */
export class LakeError extends Error {
  override name = "LakeError";
}

const LakeHead = z.object({
  schema_version: z.int().positive(),
  /** True where the postings come from the built-in demonstration and say nothing about the real world. */
  simulated: z.boolean(),
});
export type LakeHead = z.infer<typeof LakeHead>;

/**
 * What makes a lake of a version one of the next. Columns are read by name, so new ones need nothing; what changes a
 * layout or a meaning is done here, and must be safe to do again after a kill.
 * 1 -> 2: batches may be merged into others, whose markers say so; a lake of version 1 has none.
 */
const MIGRATIONS: Record<number, (paths: Layout) => void> = { 1: () => undefined };

const parse = (path: string, text: string): LakeHead => {
  try {
    return LakeHead.parse(JSON.parse(text));
  } catch (error) {
    const why =
      error instanceof z.ZodError ? "no head of a lake" : `not readable as JSON (${(error as Error).message})`;
    throw new LakeError(`${path}: ${why}; restore it, such as {"schema_version":1,"simulated":false}`);
  }
};

export const headText = (head: LakeHead): string => `${JSON.stringify(head)}\n`;

const write = (path: string, head: LakeHead): void => writeFileAtomic(path, headText(head));

/** The head of the lake that stands; null where there is no lake. @throws LakeError where it cannot be read or was written by a newer version */
export const readHead = (lake: LakeFiles): LakeHead | null => {
  const path = below(lake.lake, "lake.json");
  if (!lake.has(path)) return null;
  const head = parse(path, lake.text(path));
  if (head.schema_version <= LAKE_SCHEMA_VERSION) return head;
  throw new LakeError(
    `${path}: the lake has schema version ${head.schema_version}, this certworth reads up to ${LAKE_SCHEMA_VERSION}; upgrade certworth`,
  );
};

/**
 * The head of the lake that stands, brought to the present version; null where there is no lake. The caller holds the lock.
 * @throws LakeError where it cannot be read or was written by a newer version
 */
export const currentHead = (paths: Layout): LakeHead | null => {
  const head = readHead(onDisk(paths.lake));
  if (head === null) return null;
  for (let version = head.schema_version; version < LAKE_SCHEMA_VERSION; version += 1) {
    MIGRATIONS[version]?.(paths);
    write(paths.head, { ...head, schema_version: version + 1 });
  }
  return { ...head, schema_version: LAKE_SCHEMA_VERSION };
};

/** The head that stands, or one for a lake that has none. @throws LakeError where simulated and real postings would mix */
export const headFor = (paths: Layout, head: LakeHead | null, simulated: boolean): LakeHead => {
  if (head === null) return { schema_version: LAKE_SCHEMA_VERSION, simulated };
  if (head.simulated !== simulated)
    throw new LakeError(
      head.simulated
        ? `${paths.head}: this data directory holds the simulated market; real postings go into another one (--data DIR)`
        : `${paths.head}: this data directory holds real postings; the demonstration goes into another one (--data DIR)`,
    );
  return head;
};

/** The head of a lake on a disk, made where there is none. @throws LakeError, also where simulated and real postings would mix */
export const openHead = (paths: Layout, simulated: boolean): LakeHead => {
  const standing = currentHead(paths);
  const head = headFor(paths, standing, simulated);
  if (standing === null) write(paths.head, head);
  return head;
};
