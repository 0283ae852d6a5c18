import type { Alarm } from "../models/alarm.js";
import type { RunRecord } from "./ledger.js";
import type { SourceStatus } from "./status/health.js";

/** What is told to a node exporter. */
export interface Measured {
  run: RunRecord;
  sources: readonly Pick<SourceStatus, "source_id" | "seen" | "state" | "days_since_healthy" | "requests">[];
  alarms: readonly Alarm[];
  diskBytes: { lake: number; warehouse: number; site: number };
  freeBytes: number;
}

type Sample = [labels: Record<string, string>, value: number];

/** A label's value as OpenMetrics 1.0 writes it: backslash, quote and line end escaped. */
const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const family = (name: string, help: string, samples: readonly Sample[], unit = ""): string[] =>
  samples.length === 0
    ? []
    : [
        `# TYPE certworth_${name} gauge`,
        ...(unit === "" ? [] : [`# UNIT certworth_${name} ${unit}`]),
        `# HELP certworth_${name} ${help}`,
        ...samples.map(([labels, value]) => {
          const inside = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
          return `certworth_${name}${inside.length === 0 ? "" : `{${inside.join(",")}}`} ${value}`;
        }),
      ];

const one = (value: number): Sample[] => [[{}, value]];

/**
 * The last night as OpenMetrics text (https://prometheus.io/docs/specs/om/open_metrics_spec/): gauges only, and no timestamps,
 * which a node exporter's text files must not have.
 */
export const metricsText = ({ run, sources, alarms, diskBytes, freeBytes }: Measured): string => {
  const bySource = (value: (source: Measured["sources"][number]) => number | null): Sample[] =>
    sources.flatMap((source) => {
      const found = value(source);
      return found === null ? [] : [[{ source: source.source_id }, found] as Sample];
    });
  const level = (name: Alarm["level"]): Sample => [
    { level: name },
    alarms.filter((each) => each.level === name).length,
  ];
  const seconds = (Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000;
  return [
    ...family(
      "run_finished_timestamp_seconds",
      "When the last run ended.",
      one(Date.parse(run.finished_at) / 1000),
      "seconds",
    ),
    ...family("run_exit_code", "Exit code of the last run.", one(run.exit_code)),
    ...family("run_duration_seconds", "How long it took.", one(seconds), "seconds"),
    ...family(
      "stage_duration_seconds",
      "How long each stage took.",
      run.stages.map(({ stage, seconds: took }) => [{ stage }, took]),
      "seconds",
    ),
    ...family(
      "source_seen",
      "Postings seen open on the source's last night.",
      bySource(({ seen }) => seen),
    ),
    ...family(
      "source_healthy",
      "1 where the last night was healthy.",
      bySource(({ state }) => Number(state === "healthy")),
    ),
    ...family(
      "source_unhealthy_days",
      "Days since the last healthy night.",
      bySource((source) => source.days_since_healthy),
    ),
    ...family(
      "source_requests",
      "Requests of the last night.",
      bySource(({ requests }) => requests),
    ),
    ...family("alarms", "Alarms that stand.", [level("error"), level("warn")]),
    ...family(
      "data_bytes",
      "Size of the data directory's parts.",
      Object.entries(diskBytes).map(([part, bytes]) => [{ part }, bytes]),
      "bytes",
    ),
    ...family("disk_free_bytes", "Free on the data directory's disk.", one(freeBytes), "bytes"),
    "# EOF",
    "",
  ].join("\n");
};
