import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** What cannot be imported as asked; the message says what to do instead. */
export class ImportError extends Error {
  override name = "ImportError";
}

/** One batch to be: the files that enter the lake together. */
export interface Job {
  /** What the user named: a file, or a folder that is read as one. */
  path: string;
  files: string[];
}

/** Files up to this many bytes are hashed in one piece. */
const SMALL = 1 << 20;

/** Hidden, or the empty mark that Spark leaves beside its files. */
const isHidden = (name: string): boolean => name.startsWith(".") || name === "_SUCCESS";

/** Every file below a folder in a fixed order; hidden ones and READMEs are none of the data. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !isHidden(entry.name) && !/^readme\b/i.test(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));

/**
 * The batches that paths stand for: one a file, or one a folder where the format makes a folder one set.
 * @throws ImportError where a path does not exist or a folder is empty
 */
export const jobsFor = (paths: string[], folderIsOne: boolean): Job[] =>
  paths.flatMap((path) => {
    if (!existsSync(path)) throw new ImportError(`${path}: no such file or folder`);
    if (!statSync(path).isDirectory()) return [{ path, files: [path] }];
    const files = filesIn(path);
    if (files.length === 0) throw new ImportError(`${path}: the folder holds no files`);
    return folderIsOne ? [{ path, files }] : files.map((file) => ({ path: file, files: [file] }));
  });

/** Size of a batch's files, kB: what progress is measured in. */
export const kilobytesOf = (job: Job): number =>
  Math.ceil(job.files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000);

/** The id of a batch: a hash of its files' bytes and of all that decides how they are read (16 hex digits). */
export const batchId = async (job: Job, ...decisions: unknown[]): Promise<string> => {
  const hash = createHash("sha256").update(JSON.stringify(decisions));
  for (const file of job.files) {
    hash.update(`\0${relative(job.path, file)}\0`);
    if (statSync(file).size <= SMALL) hash.update(readFileSync(file));
    else for await (const chunk of createReadStream(file, { highWaterMark: SMALL })) hash.update(chunk as Buffer);
  }
  return hash.digest("hex").slice(0, 16);
};
