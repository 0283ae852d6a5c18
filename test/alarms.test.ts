import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { ADVICE, type Alarm } from "../models/alarm.js";
import { packagePath } from "../models/package-root.js";
import { deliver, noticeOf } from "../pipelines/alarms/deliver.js";
import { nightAlarms } from "../pipelines/alarms.js";
import type { RunRecord } from "../pipelines/ledger.js";
import { metricsText } from "../pipelines/metrics.js";
import { readSources } from "../pipelines/sources-file.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";

const night = (ended: string, exit_code: number): RunRecord => ({
  run_id: ended,
  verb: "nightly",
  started_at: `${ended}T02:00:00.000Z`,
  finished_at: `${ended}T03:00:00.000Z`,
  exit_code,
  extractor: "x",
  taxonomy: "t",
  counts: {},
  stages: [{ stage: "crawl", seconds: 12.5, counts: {} }],
  sources: [],
});

test.each<[string, RunRecord[], string, string[]]>([
  ["no night at all", [], "2026-10-31T04:00:00Z", []],
  ["a good night", [night("2026-10-31", 0)], "2026-10-31T04:00:00Z", []],
  ["a night with censored sources", [night("2026-10-31", 4)], "2026-10-31T04:00:00Z", []],
  ["an interrupted night", [night("2026-10-30", 0), night("2026-10-31", 130)], "2026-10-31T04:00:00Z", []],
  ["failed checks", [night("2026-10-30", 0), night("2026-10-31", 3)], "2026-10-31T04:00:00Z", ["checks_failed error"]],
  ["a failed night", [night("2026-10-30", 0), night("2026-10-31", 1)], "2026-10-31T04:00:00Z", ["night_failed error"]],
  ["a day without a night", [night("2026-10-30", 0)], "2026-10-31T05:00:00Z", ["night_missing warn"]],
  ["two days without one", [night("2026-10-29", 0)], "2026-10-31T05:00:00Z", ["night_missing error"]],
  [
    "failing for days",
    [night("2026-10-28", 0), night("2026-10-31", 1)],
    "2026-10-31T04:00:00Z",
    ["night_failed error", "night_missing error"],
  ],
])("%s", (_, runs, now, expected) => {
  expect(nightAlarms(runs, new Date(now)).map(({ alarm, level }) => `${alarm} ${level}`)).toEqual(expected);
});

const ALARM: Alarm = { alarm: "stale", subject: "acme", level: "error", value: 9, sentence: "not healthy for 9 days" };

/** Lines logged while alarms are delivered. */
const logged = async (receivers: Parameters<typeof deliver>[1], alarms: Alarm[] = [ALARM]): Promise<string[]> => {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line) => void lines.push((JSON.parse(line) as { msg: string }).msg) });
  await deliver(noticeOf("nightly", 4, alarms), receivers, { log });
  return lines;
};

test("an alarm is a log line with what to do, a POST, and the stdin of a command", async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (text) => {
      body += text;
    });
    request.on("end", () => {
      bodies.push(`${request.headers["content-type"]} ${body}`);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const file = join(emptyFolder(), "told.json");
  const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=secret`;
  expect(await logged({ webhook, command: `cat > ${file}` })).toEqual([
    `acme: not healthy for 9 days: ${ADVICE.stale}`,
  ]);
  const notice = { verb: "nightly", exit_code: 4, alarms: [{ ...ALARM, advice: ADVICE.stale }] };
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(notice);
  expect(bodies).toEqual([`application/json ${JSON.stringify(notice)}`]);
});

test.each([
  ["an address in the clear", { webhook: "http://example.org/?token=secret" }, /https:\/\/ is expected/],
  ["no address", { webhook: "secret" }, /https:\/\/ is expected/],
  ["nobody who listens", { webhook: "http://127.0.0.1:9/?token=secret" }, /did not answer/],
  ["a command that fails", { command: "exit 3 # secret" }, /ended with 3/],
])("%s is logged without the address, and nothing fails", async (_, receivers, message) => {
  const [, failure = ""] = await logged(receivers);
  expect(failure).toMatch(message);
  expect(failure).not.toContain("secret");
});

test("without alarms nobody is told", async () => {
  expect(await logged({ command: "exit 1" }, [])).toEqual([]);
});

test("every alarm of the mart has advice", () => {
  const sql = readFileSync(packagePath("warehouse", "marts", "alarm.sql"), "utf8");
  const names = [...sql.matchAll(/\('(\w+)', [\d.]+, [\d.]+\)/g)].map(([, name]) => name ?? "");
  expect(names).toHaveLength(6);
  for (const name of names) expect(ADVICE[name]).toBeTruthy();
});

test("metrics are OpenMetrics text", () => {
  const source = { source_id: 'a"b\\c', seen: 7, state: "healthy", days_since_healthy: 0, requests: null } as const;
  const text = metricsText({
    run: night("2026-10-31", 4),
    sources: [source],
    alarms: [ALARM],
    diskBytes: { lake: 1, warehouse: 2, site: 3 },
    freeBytes: 4,
  });
  expect(text).toContain('certworth_source_seen{source="a\\"b\\\\c"} 7\n');
  expect(text).toContain("certworth_run_finished_timestamp_seconds 1793415600\n");
  expect(text).toContain('certworth_stage_duration_seconds{stage="crawl"} 12.5\n');
  expect(text).toContain('certworth_alarms{level="error"} 1\ncertworth_alarms{level="warn"} 0\n');
  expect(text).not.toContain("certworth_source_requests");
  expect(text.endsWith("# EOF\n")).toBe(true);
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^(# (TYPE|UNIT|HELP|EOF).*|certworth_[a-z_]+(\{[a-z]+="([^"\\]|\\.)*"\})? [\d.e+-]+)$/);
  const families = [...text.matchAll(/# TYPE (\S+)/g)].map(([, name]) => name);
  expect(new Set(families).size).toBe(families.length);
});

test("a source's own thresholds are read, and wrong ones are refused with their place", () => {
  const file = join(emptyFolder(), "sources.yaml");
  const entry = (alarm: string): string => `- { id: a, platform: greenhouse, board: a, alarm: ${alarm} }\n`;
  writeFileSync(file, entry("{ stale: { warn: 5, error: 9 } }"));
  expect(readSources(file)[0]?.alarm).toEqual({ stale: { warn: 5, error: 9 } });
  writeFileSync(file, entry("{ stail: { warn: 5, error: 9 } }"));
  expect(() => readSources(file)).toThrow(/:1: alarm\.stail: .*the fields are stale, volume_low/);
  writeFileSync(file, entry("{ stale: { warn: 5, err: 9 } }"));
  expect(() => readSources(file)).toThrow(/alarm\.stale\.err: 9: there is no such field; the fields are warn, error/);
  writeFileSync(file, entry("{ stale: { warn: often, error: 9 } }"));
  expect(() => readSources(file)).toThrow(/alarm\.stale\.warn: "often": thresholds by alarm/);
});

test("status tells alarms, with what to do", async () => {
  const data = emptyFolder();
  mkdirSync(join(data, "runs"));
  writeFileSync(join(data, "runs", "20200101T020000000Z-1.json"), JSON.stringify(night("2020-01-01", 1)));
  const env = { CERTWORTH_DATA: data };
  const { alarms } = JSON.parse((await certworth(["status", "--json"], { env })).stdout) as { alarms: Alarm[] };
  expect(alarms.map(({ alarm }) => alarm)).toEqual(["night_failed", "night_missing"]);
  expect((await certworth(["status"], { env })).stdout).toContain(`Alarms: 2 errors, 0 warnings`);
  expect(readdirSync(data)).toEqual(["runs"]);
});
