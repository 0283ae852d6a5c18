import { readFileSync, statSync } from "node:fs";
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  Parser,
  visit,
  type YAMLMap,
} from "yaml";
import type { z } from "zod";
import { SourceAlarms } from "../models/alarm.js";
import { Source } from "../models/source.js";
import { DEEPEST_YAML, LARGEST_YAML } from "./bounds.js";
import { writeFileAtomic } from "./lake/atomic.js";
import { refusedHost } from "./politeness/refused-hosts.js";
import { platforms } from "./sources/index.js";

/** `sources.yaml` cannot be used; every problem has its line, field and value, and what would be right. */
export class SourcesError extends Error {
  override name = "SourcesError";
}

/** What `industry` may say; the head of `sources.yaml` explains the words. */
export const INDUSTRIES = [
  "any",
  "construction",
  "education",
  "energy",
  "finance",
  "government",
  "health",
  "hospitality",
  "logistics",
  "manufacturing",
  "nonprofit",
  "retail",
  "security",
  "services",
  "software",
] as const;

const LONGEST_VALUE = 80;

/** What would have been right, by field. */
const EXPECTED: Record<string, string> = {
  id: "lower-case letters, digits, dot, dash, underscore, at most 100 of them",
  platform: "the name of a platform",
  board: "what the platform calls the tenant, as text",
  base_url: "an address that begins with http:// or https://",
  region: "a country or part of one as ISO 3166 writes it, such as US, US-CA or GB",
  employer: "the employer's name, as text",
  expect: "{ min: ..., max: ... }, the postings that the board usually has open",
  "expect.min": "a whole number of 0 or more",
  "expect.max": "a whole number of 1 or more",
  unverified: "true or false",
  industry: `one of ${INDUSTRIES.join(", ")}`,
  enabled: "true or false",
  alarm: "thresholds by alarm, such as { stale: { warn: 3, error: 7 } }",
};

const FIELDS = Object.keys(Source.shape);
const REGION = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

type Path = (string | number)[];

/** A field of an entry, its value and what would have been right. */
interface Fault {
  path: Path;
  field: string;
  value: unknown;
  reason: string;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "missing";
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
};

/** The lexer's own sign that a scalar's text follows. */
const SCALAR_FOLLOWS = "\u001f";

/**
 * The file's syntax, token by token. It stops at nesting that no entry has, before a file of a million brackets is built.
 * @throws SourcesError where it is too deep
 */
const tokensOf = function* (path: string, text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let [line, open, dashes, colons, isText] = [1, 0, 0, 0, false];
  for (const lexeme of new Lexer().lex(text)) {
    if (!isText) {
      if (lexeme === "[" || lexeme === "{") open += 1;
      if (lexeme === "]" || lexeme === "}") open -= 1;
      if (lexeme === "-" || lexeme === "?") dashes += 1;
      // "a: b: c" is a mapping within a mapping, if a wrong one; after a comma a new field begins.
      if (lexeme === ":") colons += 1;
      if (lexeme === ",") colons = 0;
    }
    if (Math.max(open, dashes, colons) > DEEPEST_YAML)
      throw new SourcesError(
        `${path}:${line}: nested more than ${DEEPEST_YAML} deep; an entry is "- id: ..." with plain fields`,
      );
    const breaks = lexeme.split("\n").length - 1;
    if (breaks > 0) [dashes, colons] = [0, 0];
    line += breaks;
    isText = lexeme === SCALAR_FOLLOWS;
    yield* parser.next(lexeme);
  }
  yield* parser.end();
};

interface Loaded {
  text: string;
  document: Document.Parsed;
  lineAt: (offset: number) => number;
}

const loaded = (path: string): Loaded => {
  const { size } = statSync(path);
  if (size > LARGEST_YAML)
    throw new SourcesError(`${path}:1: ${size.toLocaleString("en-US")} bytes; a list of sources has at most 4 MiB`);
  const text = readFileSync(path, "utf8");
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const composer = new Composer({ logLevel: "error" });
  const [document, second] = composer.compose(tokensOf(path, text, lines), true, text.length);
  if (document === undefined) throw new SourcesError(`${path}:1: a list of sources is expected ("- id: ...")`);
  const problems = document.errors.map((error) => `${path}:${lineAt(error.pos[0])}: ${error.message.split("\n")[0]}`);
  if (second !== undefined)
    problems.push(`${path}:${lineAt(second.range[0])}: a second document begins; the list is one document`);
  visit(document, {
    Alias: (_, alias) => {
      const line = lineAt(alias.range?.[0] ?? 0);
      problems.push(`${path}:${line}: *${alias.source}: aliases are not read; write the value out`);
    },
  });
  if (problems.length > 0) throw new SourcesError(problems.join("\n"));
  return { text, document, lineAt };
};

/** Where a field stands, or the nearest thing around it that does. */
const offsetOf = (document: Document, path: Path): number => {
  const around = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  const pair = isMap(around)
    ? around.items.find((item) => isScalar(item.key) && item.key.value === key)?.key
    : document.getIn(path, true);
  const range = (pair as { range?: [number, number, number] } | undefined)?.range;
  return range ? range[0] : path.length > 1 ? offsetOf(document, path.slice(0, -1)) : 0;
};

const at = (row: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], row);

/** What may stand at a place of an entry. */
const fieldsAt = ([outer, inner]: Path): string[] => {
  if (outer === undefined) return FIELDS;
  if (outer === "alarm") return inner === undefined ? Object.keys(SourceAlarms.shape) : ["warn", "error"];
  return ["min", "max"];
};

const shapeFaults = (row: unknown, issues: z.core.$ZodIssue[]): Fault[] =>
  issues.flatMap((issue) => {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        path: [...path, key],
        field: [...path, key].join("."),
        value: at(row, [...path, key]),
        reason: `there is no such field; the fields are ${fieldsAt(path).join(", ")}`,
      }));
    const field = path.join(".");
    return [
      {
        path,
        field: field || "entry",
        value: at(row, path),
        reason: EXPECTED[field] ?? EXPECTED[String(path[0])] ?? 'an entry is "id: ..."',
      },
    ];
  });

/** Hosts that a board names: all of an address, or each part of `host/site` that has a dot. */
const hostsIn = (board: string): string[] =>
  URL.canParse(board) ? [new URL(board).hostname] : board.split("/").filter((part) => part.includes("."));

const refusal = (value: string): string | null => {
  for (const host of hostsIn(value)) {
    const reason = refusedHost(host);
    if (reason !== null) return `${host} is never asked: ${reason}`;
  }
  return null;
};

/** What the types cannot say of an entry. */
const meaningFaults = (source: Source): [field: keyof Source, value: unknown, reason: string | null | false][] => [
  [
    "platform",
    source.platform,
    !platforms.has(source.platform) && `not one of ${[...platforms.keys()].sort().join(", ")}`,
  ],
  ["board", source.board, source.board.trim() === "" && EXPECTED.board!],
  ["board", source.board, refusal(source.board)],
  [
    "base_url",
    source.base_url,
    source.base_url !== undefined && !/^https?:/.test(source.base_url) && EXPECTED.base_url!,
  ],
  ["base_url", source.base_url, source.base_url === undefined ? null : refusal(source.base_url)],
  ["region", source.region, source.region !== undefined && !REGION.test(source.region) && EXPECTED.region!],
  [
    "industry",
    source.industry,
    source.industry !== undefined && !(INDUSTRIES as readonly string[]).includes(source.industry) && EXPECTED.industry!,
  ],
  ["expect", source.expect, source.expect !== undefined && source.expect.min > source.expect.max && "min is above max"],
];

/** What two entries must not share, each with the words for it. A mirror of a board is a board of its own. */
const identities = (source: Source): [key: string, field: "id" | "board", words: string][] => [
  [`id ${source.id}`, "id", "the id stands twice"],
  [
    JSON.stringify([source.platform, source.board.toLowerCase(), source.base_url ?? ""]),
    "board",
    `the board stands twice on ${source.platform}`,
  ],
];

const isOnByDefault = ({ platform }: Source): boolean => platforms.get(platform)?.enabledByDefault ?? true;

/**
 * Reads the sources to crawl.
 * @throws SourcesError listing file, line, field, value and what would be right
 */
export const readSources = (path: string): Source[] => {
  const { document, lineAt } = loaded(path);
  const rows: unknown = document.toJS();
  if (!Array.isArray(rows)) throw new SourcesError(`${path}:1: a list of sources is expected ("- id: ...")`);
  const problems: string[] = [];
  const report = (index: number, faults: Fault[]): void => {
    for (const { path: keys, field, value, reason } of faults)
      problems.push(`${path}:${lineAt(offsetOf(document, [index, ...keys]))}: ${field}: ${shown(value)}: ${reason}`);
  };
  const firstAt = new Map<string, number>();
  const sources: Source[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = Source.safeParse(row);
    if (!parsed.success) {
      report(index, shapeFaults(row, parsed.error.issues));
      continue;
    }
    // A board of a platform that is off by default is asked only where its entry says so.
    const stated = (row as { enabled?: boolean }).enabled !== undefined;
    const source = stated ? parsed.data : { ...parsed.data, enabled: isOnByDefault(parsed.data) };
    for (const [field, value, reason] of meaningFaults(source))
      if (reason) report(index, [{ path: [field], field, value, reason }]);
    for (const [key, field, words] of identities(source)) {
      const first = firstAt.get(key);
      if (first === undefined) firstAt.set(key, index);
      else
        report(index, [
          {
            path: [field],
            field,
            value: source[field],
            reason: `${words}, first in line ${lineAt(offsetOf(document, [first, field]))}`,
          },
        ]);
    }
    sources.push(source);
  }
  if (problems.length > 0) throw new SourcesError(problems.join("\n"));
  return sources;
};

const rangeOf = (node: unknown): [number, number] => {
  const [from = 0, to = 0] = (node as { range?: [number, number, number] | null } | null)?.range ?? [];
  return [from, to];
};

const isNamed = (pair: Pair, name: string): boolean => isScalar(pair.key) && pair.key.value === name;

/** The part of the text that goes when a field goes: its line in a block, itself with a comma between braces. */
const cutOf = (text: string, map: YAMLMap, at: number): [from: number, to: number] => {
  const pair = map.items[at]!;
  const [from] = rangeOf(pair.key);
  const [, to] = rangeOf(pair.value);
  const next = map.items[at + 1];
  const previous = map.items[at - 1];
  if (previous === undefined) return [from, next === undefined ? to : rangeOf(next.key)[0]];
  if (map.flow) return [rangeOf(previous.value)[1], to];
  const lineEnd = text.indexOf("\n", to);
  return [text.lastIndexOf("\n", from) + 1, lineEnd < 0 ? text.length : lineEnd + 1];
};

/**
 * Takes `unverified: true` from the entries with these ids; every other character of the file stays.
 * @returns how many entries changed; the file is written only where any did
 * @throws SourcesError as readSources does
 */
export const markVerified = (path: string, ids: ReadonlySet<string>): number => {
  const { text, document } = loaded(path);
  const entries = isSeq(document.contents) ? document.contents.items.filter((item) => isMap(item)) : [];
  const cuts = entries.flatMap((map) => {
    const at = map.items.findIndex((pair) => isNamed(pair, "unverified"));
    return ids.has(String(map.get("id"))) && (map.get("unverified") as unknown) === true ? [cutOf(text, map, at)] : [];
  });
  const rest = cuts.reduceRight((left, [from, to]) => left.slice(0, from) + left.slice(to), text);
  if (cuts.length > 0) writeFileAtomic(path, rest);
  return cuts.length;
};
