import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packagePath } from "../../models/package-root.js";
import { beginNight } from "../support/night.js";
import { freePorts } from "../support/ports.js";
import { contentsOf } from "./contents.js";
import { STAGES, type StageName, stageLengths } from "./stages.js";

/** Where a kill struck: the stage that it was aimed at, how, and the step in the file system. */
export interface Moment {
  stage: StageName;
  how: string;
  step: string;
}

export interface Lane {
  folder: string;
  port: number;
  /** Steps of an undisturbed night, by stage. */
  lengths: Record<StageName, number>;
  /** What an undisturbed night left. */
  contents: Record<string, string>;
}

/** Days of the market: the first fills the lake, the second is the night that is killed. */
const DAYS = ["2026-10-24", "2026-10-31"] as const;
/** Longest that a build or an import leaves to the engine between two steps, in ms. */
const ENGINE_MS = 1500;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

const night = (dataDir: string, port: number, day: string, env: Record<string, string> = {}) => {
  const preload = pathToFileURL(packagePath("test", "torture", "kill-at.mjs")).href;
  const options = Object.keys(env).length === 0 ? {} : { NODE_OPTIONS: `--import ${preload}`, ...env };
  return beginNight(dataDir, ["--port", String(port), "--today", day, "--quiet"], options);
};

const wholeNight = async (dataDir: string, port: number, day: string, env = {}): Promise<void> => {
  const run = night(dataDir, port, day, env);
  const { code } = await run.ended;
  if (code !== 0) throw new Error(`a night that nobody killed ended with ${code}: ${run.errors()}`);
};

/** A first night, and what an undisturbed second one leaves. */
export const openLane = async (folder: string): Promise<Lane> => {
  const port = await freePorts();
  const [base, whole, trace] = [join(folder, "base"), join(folder, "whole"), join(folder, "trace")];
  await wholeNight(base, port, DAYS[0]);
  cpSync(base, whole, { recursive: true, preserveTimestamps: true });
  await wholeNight(whole, port, DAYS[1], { KILL_BELOW: whole, KILL_TRACE: trace });
  const lengths = stageLengths(readFileSync(trace, "utf8").split("\n").filter(Boolean));
  return { folder, port, lengths, contents: await contentsOf(whole) };
};

/** Aims at the `number`-th moment of a stage: golden-ratio steps spread any count of moments evenly. */
const aim = (lane: Lane, stage: StageName, number: number) => {
  const part = (number * GOLDEN) % 1;
  const how = ["before", "torn", "later", "before"][number % 4]!;
  const [, first] = STAGES.find(([name]) => name === stage)!;
  return {
    KILL_FROM: first.source,
    KILL_AT: String(1 + Math.floor(part * lane.lengths[stage])),
    KILL_HOW: how,
    KILL_MS: String(Math.round(((number * GOLDEN * GOLDEN) % 1) * ENGINE_MS)),
  };
};

/**
 * One night, killed once in every stage: each run but the last is ended by SIGKILL and run again, so that each begins from
 * what a kill left.
 * @returns the moments at which it was killed, and what it left in the end
 */
export const killedNight = async (lane: Lane, number: number): Promise<{ moments: Moment[]; contents: object }> => {
  const dataDir = join(lane.folder, `night-${number}`);
  const say = join(lane.folder, `said-${number}`);
  cpSync(join(lane.folder, "base"), dataDir, { recursive: true, preserveTimestamps: true });
  const moments: Moment[] = [];
  for (const [stage] of STAGES) {
    const env = { KILL_BELOW: dataDir, KILL_SAY: say, ...aim(lane, stage, number) };
    const { signal } = await night(dataDir, lane.port, DAYS[1], env).ended;
    if (signal !== "SIGKILL" || !existsSync(say)) continue;
    const step = readFileSync(say, "utf8")
      .replace(dataDir, "")
      .replaceAll(/\d+(?=\.tmp$|\.json$)/g, "N");
    moments.push({ stage, how: `${env.KILL_HOW} ${env.KILL_AT}`, step });
    rmSync(say);
  }
  await wholeNight(dataDir, lane.port, DAYS[1]);
  const contents = await contentsOf(dataDir);
  rmSync(dataDir, { recursive: true });
  return { moments, contents };
};
