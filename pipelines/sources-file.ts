import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { Source } from "../models/source.js";
import { platforms } from "./sources/index.js";

/** `sources.yaml` cannot be used; every problem has its line. */
export class SourcesError extends Error {
  override name = "SourcesError";
}

const unknownPlatform = (source: Source): string | undefined =>
  platforms.has(source.platform)
    ? undefined
    : `platform: "${source.platform}" is not one of ${[...platforms.keys()].sort().join(", ")}`;

/**
 * Reads the sources to crawl.
 * @throws SourcesError listing file, line, field, value and what would be right
 */
export const readSources = (path: string): Source[] => {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, maxAliasCount: 0 } as never);
  const problems = document.errors.map(
    (error) => `${path}:${error.linePos?.[0].line ?? 1}: ${error.message.split("\n")[0]}`,
  );
  if (problems.length > 0) throw new SourcesError(problems.join("\n"));
  const rows: unknown = document.toJS();
  if (!Array.isArray(rows)) throw new SourcesError(`${path}:1: a list of sources is expected ("- id: ...")`);
  const lineOf = (keys: (string | number)[]): number => {
    const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? lines.linePos(node.range[0]).line : keys.length > 1 ? lineOf(keys.slice(0, -1)) : 1;
  };
  const seen = new Set<string>();
  const sources: Source[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = Source.safeParse(row);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        problems.push(
          `${path}:${lineOf([index, ...(issue.path as string[])])}: ${issue.path.join(".") || "entry"}: ${issue.message}`,
        );
      continue;
    }
    const unknown = unknownPlatform(parsed.data);
    if (unknown) problems.push(`${path}:${lineOf([index, "platform"])}: ${unknown}`);
    if (seen.has(parsed.data.id))
      problems.push(`${path}:${lineOf([index, "id"])}: id: "${parsed.data.id}" stands twice`);
    seen.add(parsed.data.id);
    sources.push(parsed.data);
  }
  if (problems.length > 0) throw new SourcesError(problems.join("\n"));
  return sources;
};
