import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { layout } from "../pipelines/lake/layout.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";
import { beginNight } from "./support/night.js";
import { freePorts } from "./support/ports.js";
import { contentsOf } from "./torture/contents.js";

const SLOW = 900_000;
const NO_FLOOR = { CERTWORTH_MIN_FREE: "0" };
const PORT = ["--port", String(await freePorts())];

const night = async (dataDir: string, env: Record<string, string> = NO_FLOOR) => {
  const run = beginNight(dataDir, PORT, env);
  return { ...(await run.ended), errors: run.errors() };
};

/** A small disk; undefined, with a printed line, where none may be mounted. */
const smallDisk = (megabytes: number): string | undefined => {
  const folder = emptyFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
  } catch (error) {
    process.stdout.write(`skipped: no file system may be mounted here (${(error as Error).message.split("\n")[0]})\n`);
    return undefined;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
};

const remount = (folder: string, options: string): void =>
  void execFileSync("mount", ["-o", `remount,${options}`, folder]);

let undisturbed: Record<string, string> = {};
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "certworth-"));
  const { code, errors } = await night(dataDir);
  expect(code, errors).toBe(0);
  undisturbed = await contentsOf(dataDir);
  rmSync(dataDir, { recursive: true });
}, SLOW);

test("on a disk that fills up nothing is lost, and with room the night ends as it would have", {
  timeout: SLOW,
}, async () => {
  const dataDir = smallDisk(2);
  if (dataDir === undefined) return;
  for (const size of [2, 5, 12]) {
    remount(dataDir, `size=${size}m`);
    const full = await night(dataDir);
    expect(full.errors).toMatch(/disk is full .* nothing is lost: make room .* and run again/);
    expect(full.code).toBe(1);
  }
  const filler = join(dataDir, "filler");
  expect(() => writeFileSync(filler, Buffer.alloc(13 << 20))).toThrow(/ENOSPC/);
  expect((await certworth(["prune", "--apply"], { env: { CERTWORTH_DATA: dataDir } })).code).toBe(0);
  rmSync(filler);
  remount(dataDir, "size=300m");
  expect((await night(dataDir)).code).toBe(0);
  expect(await contentsOf(dataDir)).toEqual(undisturbed);
});

test("a night does not begin without room, and stops before there is none", { timeout: SLOW }, async () => {
  const dataDir = smallDisk(80);
  if (dataDir === undefined) return;
  const none = await night(dataDir, { CERTWORTH_MIN_FREE: "100" });
  expect(none.code).toBe(1);
  expect(none.errors).toMatch(/ MB are free on its disk, 100 MB are needed; nothing is lost: make room/);
  expect(readdirSync(dataDir)).toEqual(["metrics.prom", "runs"]);
  const run = beginNight(dataDir, PORT, { CERTWORTH_MIN_FREE: "60" });
  await expect.poll(() => readdirSync(dataDir), { timeout: 60_000 }).toContain("lake");
  writeFileSync(join(dataDir, "filler"), Buffer.alloc(66 << 20));
  expect((await run.ended).code).toBe(1);
  expect(run.errors()).toMatch(/ 15 MB are needed; nothing is lost/);
});

test("a directory that cannot be written to is said so, and left as it is", { timeout: SLOW }, async () => {
  const dataDir = smallDisk(10);
  if (dataDir === undefined) return;
  remount(dataDir, "ro");
  const shut = await night(dataDir);
  expect(shut.code).toBe(1);
  expect(shut.errors).toMatch(/cannot be written to \(EROFS.*give this user the right to write there/);
});

test("of two nights at once one runs, and the other says who does", { timeout: SLOW }, async () => {
  const dataDir = emptyFolder();
  const nights = await Promise.all([night(dataDir), night(dataDir)]);
  expect(nights.map(({ code }) => code).sort()).toEqual([0, 5]);
  expect(nights.find(({ code }) => code === 5)?.errors).toMatch(/process \d+ holds this data directory on .* since/);
  expect(await contentsOf(dataDir)).toEqual(undisturbed);
});

test("damaged files are named with what to do, and the old warehouse stands", { timeout: SLOW }, async () => {
  const dataDir = emptyFolder();
  expect((await night(dataDir)).code).toBe(0);
  const paths = layout(dataDir);
  const halve = (file: string): void => truncateSync(file, Math.floor(readFileSync(file).length / 2));
  const [record = ""] = filesBelow(paths.runs, ".json");
  const [raw = ""] = filesBelow(paths.raw, ".gz");
  const [marker = ""] = filesBelow(paths.batches, ".json");
  const [facts = ""] = filesBelow(paths.extractions, ".parquet");
  for (const file of [record, raw, marker]) halve(file);
  const env = { CERTWORTH_DATA: dataDir };
  const built = await certworth(["build"], { env });
  expect(built.code).toBe(0);
  expect(built.stderr).toContain(record);
  expect(built.stderr).toContain(marker);
  halve(facts);
  const before = readFileSync(paths.warehouse);
  const failed = await certworth(["build"], { env });
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(
    /extractions\/.*\.parquet: cannot be read .*the old warehouse stands.*"certworth check"/,
  );
  expect(readFileSync(paths.warehouse).equals(before)).toBe(true);
  const check = await certworth(["check", "--json"], { env });
  expect(check.code).toBe(1);
  const damages = JSON.parse(check.stdout) as { file: string; canBeMadeAgain: boolean }[];
  expect(damages.map(({ file }) => join(dataDir, file)).sort()).toEqual([record, raw, marker, facts].sort());
  expect(damages.filter(({ canBeMadeAgain }) => canBeMadeAgain)).toHaveLength(1);
  expect((await certworth(["check", "--repair"], { env })).stdout).toMatch(/extractions\/.*: removed/);
  for (const verb of ["extract", "build"]) expect((await certworth([verb], { env })).code).toBe(0);
});
