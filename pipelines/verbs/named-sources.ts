import type { Source } from "../../models/source.js";
import { readSources } from "../sources-file.js";
import { UsageError } from "./context.js";

/**
 * The sources of a file that `--only` names, in the file's order.
 * @throws UsageError naming those that the file lacks
 */
export const namedSources = (file: string, only: string): Source[] => {
  const sources = readSources(file);
  const wanted = new Set(only.split(","));
  const unknown = [...wanted].filter((id) => !sources.some((source) => source.id === id));
  if (unknown.length > 0) throw new UsageError(`--only: ${file} has no source ${unknown.join(", ")}`);
  return sources.filter((source) => wanted.has(source.id));
};
