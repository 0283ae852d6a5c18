import type { Status, WholeStatus } from "../status.js";
import { textTable } from "../text-table.js";
import { daysBetween, type HostStatus, type SourceStatus } from "./health.js";

/** So many with trouble are shown of any list; the others only where there are few of all. */
const MOST_TROUBLES = 40;
const FEW = 12;
const LONGEST_DETAIL = 160;
const NAMED_FIELDS = 6;

// What a host answered may hold control characters, which must not reach a terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

const plain = (text: string): string => text.replace(CONTROL, " ").slice(0, LONGEST_DETAIL);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const ago = (days: number): string => (days <= 0 ? "today" : `${counted(days, "day")} ago`);

/** Rows of a table, each followed by its own lines; the first row is the head, which does not stand alone. */
const tableWithLines = (rows: readonly (readonly string[])[], lines: readonly (readonly string[])[]): string[] =>
  rows.length === 1
    ? []
    : textTable(rows)
        .split("\n")
        .flatMap((row, index) => [`  ${row}`, ...(lines[index - 1] ?? []).map((line) => `    ${line}`)]);

/** Those with trouble, as many as may be read, and the others where there are few of all; the words for the rest. */
const chosen = <One>(
  all: readonly One[],
  hasTrouble: (one: One) => boolean,
  fineWord: string,
): { shown: One[]; rest: string[] } => {
  const troubled = all.filter(hasTrouble);
  const fine = all.filter((one) => !hasTrouble(one));
  const first = troubled.slice(0, MOST_TROUBLES);
  const more = troubled.length - first.length;
  const moreLine = more > 0 ? [`  … and ${more} more with trouble: --json names them all`] : [];
  if (all.length <= FEW) return { shown: [...first, ...fine], rest: moreLine };
  return { shown: first, rest: [...moreLine, ...(fine.length > 0 ? [`  … and ${fine.length} ${fineWord}`] : [])] };
};

const fieldNames = (label: string, names: readonly string[]): string[] => {
  if (names.length === 0) return [];
  const more = names.length > NAMED_FIELDS ? ` and ${names.length - NAMED_FIELDS} more` : "";
  return [`${label} ${names.slice(0, NAMED_FIELDS).map(plain).join(", ")}${more}`];
};

const troublesOf = (source: SourceStatus): string[] => {
  const { error, faults, last_drift: drift, state, stale } = source;
  const reason = error ?? (state === "healthy" ? null : "the night was cut short");
  const known = (detail: string): boolean => detail === "" || (reason ?? "").includes(detail);
  return [
    ...(reason === null ? [] : [`censored: ${plain(reason)}`]),
    ...faults
      .filter(({ name }) => name !== "schema_drift")
      .map(
        ({ name, count, detail }) =>
          `${name}${count > 1 ? ` x ${count}` : ""}${known(detail) ? "" : `: ${plain(detail)}`}`,
      ),
    ...(drift === null
      ? []
      : [
          `drift on ${drift.date}: ${[...fieldNames("new", drift.unknown), ...fieldNames("vanished", drift.vanished)].join("; ")}`,
        ]),
    ...(stale ? [`not asked since ${source.date}`] : []),
  ];
};

const stateOf = ({ state, last_healthy, days_since_healthy }: SourceStatus): string =>
  state === "censored" ? `censored, healthy ${last_healthy} (${ago(days_since_healthy ?? 0)})` : state;

const expected = ({ expected_min, expected_max }: SourceStatus): string =>
  expected_min === null ? "-" : `${expected_min}-${expected_max ?? ""}`;

/** 0 is looked at first. */
const urgency = ({ state, last_drift }: SourceStatus): number =>
  state === "healthy" ? (last_drift === null ? 2 : 1) : 0;

const sourceRow = (source: SourceStatus): string[] => [
  source.source_id,
  source.date,
  String(source.seen),
  expected(source),
  String(source.new),
  source.requests === null ? "-" : String(source.requests),
  String(source.not_modified),
  stateOf(source),
];

const SOURCE_HEAD = ["source", "night", "seen", "expected", "new", "requests", "not modified", "state"];

const sourceLines = ({ sources, lastNight, today }: Status): string[] => {
  if (lastNight === null) return [];
  const inState = (state: SourceStatus["state"]): number => sources.filter((one) => one.state === state).length;
  const drifted = sources.filter(({ last_drift }) => last_drift !== null).length;
  const summary = [
    `${inState("healthy")} healthy`,
    `${inState("censored")} censored`,
    `${inState("never healthy")} never healthy yet`,
    ...(drifted > 0 ? [`${drifted} with drift`] : []),
  ].join(", ");
  const worstFirst = sources.toSorted((a, b) => urgency(a) - urgency(b) || a.source_id.localeCompare(b.source_id));
  const { shown, rest } = chosen(worstFirst, (source) => troublesOf(source).length > 0, "healthy");
  return [
    `Sources: ${summary}; last night ${lastNight} (${ago(daysBetween(lastNight, today))})`,
    ...tableWithLines([SOURCE_HEAD, ...shown.map(sourceRow)], shown.map(troublesOf)),
    ...rest,
  ];
};

const answers = (http: Record<string, number>): string =>
  Object.entries(http)
    .map(([status, count]) => `${count} x ${status}`)
    .join(", ") || "no answer";

const isHostTroubled = ({ slowed, suspended, http, requests }: HostStatus): boolean =>
  slowed > 0 ||
  suspended ||
  Object.keys(http).some((status) => Number(status) >= 500) ||
  (requests > 0 && Object.keys(http).length === 0);

const hostState = ({ slowed, suspended }: HostStatus): string =>
  [...(suspended ? ["suspended"] : []), ...(slowed > 0 ? [`slowed us down ${counted(slowed, "time")}`] : [])].join(
    ", ",
  );

const HOST_HEAD = ["host", "sources", "requests", "answers", "state"];

const hostLines = ({ hosts }: Status): string[] => {
  if (hosts.length === 0) return [];
  const sum = (of: (host: HostStatus) => number): number => hosts.reduce((all, host) => all + of(host), 0);
  const slow = hosts.filter(({ slowed }) => slowed > 0).length;
  const suspended = hosts.filter((host) => host.suspended).length;
  const { shown, rest } = chosen(hosts, isHostTroubled, "without trouble");
  const rows = shown.map((host) => [
    plain(host.host),
    String(host.sources.length),
    String(host.requests),
    answers(host.http),
    hostState(host),
  ]);
  return [
    `Hosts of the last night: ${hosts.length} asked ${sum(({ requests }) => requests)} times, ${megabytes(sum(({ bytes }) => bytes))}; ${slow} slowed us down, ${suspended} suspended`,
    ...tableWithLines([HOST_HEAD, ...rows], []),
    ...rest,
  ];
};

const alarmLines = (alarms: WholeStatus["alarms"]): string[] => {
  if (alarms.length === 0) return [];
  const errors = alarms.filter(({ level }) => level === "error").length;
  const shown = alarms.slice(0, MOST_TROUBLES);
  const more = alarms.length - shown.length;
  return [
    `Alarms: ${counted(errors, "error")}, ${counted(alarms.length - errors, "warning")}`,
    ...shown.flatMap(({ alarm, level, subject, sentence, advice }) => [
      `  ${level}  ${alarm}  ${plain(subject)}: ${plain(sentence)}`,
      `    ${advice}`,
    ]),
    ...(more > 0 ? [`  … and ${more} more: --json names them all`] : []),
  ];
};

/** A status as an operator reads it: what needs a look in full, the rest as counts. */
export const formatStatus = (status: Status & Partial<WholeStatus>): string => {
  const refused = status.quarantined.reduce((sum, group) => sum + group.rows, 0);
  return [
    `Data directory: ${status.dataDir}`,
    `Disk: lake ${megabytes(status.diskBytes.lake)}, warehouse ${megabytes(status.diskBytes.warehouse)}, site ${megabytes(status.diskBytes.site)}`,
    status.lastRuns.length === 0 ? "Runs: none yet" : "Runs, latest first:",
    ...status.lastRuns.map((run) => `  ${run.started_at}  ${run.verb}  exit ${run.exit_code}`),
    ...status.unreadableRuns.map((problem) => `  unreadable: ${problem}`),
    ...alarmLines(status.alarms ?? []),
    ...sourceLines(status),
    ...hostLines(status),
    refused === 0 ? "Quarantine: empty" : `Quarantine: ${refused} rows`,
    ...status.quarantined.map((group) => `  ${group.rows} x ${group.source}: ${group.sentence}`),
  ].join("\n");
};
