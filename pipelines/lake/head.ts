import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
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

const read = (path: string): LakeHead => {
  try {
    return LakeHead.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const why =
      error instanceof z.ZodError ? "no head of a lake" : `not readable as JSON (${(error as Error).message})`;
    throw new LakeError(`${path}: ${why}; restore it, such as {"schema_version":1,"simulated":false}`);
  }
};

const write = (path: string, head: LakeHead): void => writeFileAtomic(path, `${JSON.stringify(head)}\n`);

/**
 * The head of the lake that stands, brought to the present version; null where there is no lake. The caller holds the lock.
 * @throws LakeError where it cannot be read or was written by a newer version
 */
export const currentHead = (paths: Layout): LakeHead | null => {
  if (!existsSync(paths.head)) return null;
  const head = read(paths.head);
  if (head.schema_version > LAKE_SCHEMA_VERSION)
    throw new LakeError(
      `${paths.head}: the lake has schema version ${head.schema_version}, this certworth reads up to ${LAKE_SCHEMA_VERSION}; upgrade certworth`,
    );
  for (let version = head.schema_version; version < LAKE_SCHEMA_VERSION; version += 1) {
    MIGRATIONS[version]?.(paths);
    write(paths.head, { ...head, schema_version: version + 1 });
  }
  return { ...head, schema_version: LAKE_SCHEMA_VERSION };
};

/** The head of a lake, made where there is none. @throws LakeError, also where simulated and real postings would mix */
export const openHead = (paths: Layout, simulated: boolean): LakeHead => {
  const head = currentHead(paths);
  if (head === null) {
    const fresh = { schema_version: LAKE_SCHEMA_VERSION, simulated };
    write(paths.head, fresh);
    return fresh;
  }
  if (head.simulated !== simulated)
    throw new LakeError(
      head.simulated
        ? `${paths.head}: this data directory holds the simulated market; real postings go into another one (--data DIR)`
        : `${paths.head}: this data directory holds real postings; the demonstration goes into another one (--data DIR)`,
    );
  return head;
};
