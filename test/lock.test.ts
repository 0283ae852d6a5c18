import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { layout } from "../pipelines/lake/layout.js";
import { type Owner, self } from "../pipelines/lock/owner.js";
import { LockedError, takeLock } from "../pipelines/lock.js";
import { emptyFolder } from "./support/folder.js";

const BEATS = { every: 20, watched: 400 };
const nobody = (): void => undefined;
const take = (dataDir: string) => takeLock(dataDir, nobody, BEATS);

/** A data directory whose lock says this. */
const lockedBy = (owner: Partial<Owner> | string): string => {
  const dataDir = emptyFolder();
  const text = typeof owner === "string" ? owner : `${JSON.stringify({ ...self(), ...owner })}\n`;
  writeFileSync(layout(dataDir).lock, text);
  return dataDir;
};

test("a lock names its owner, and goes when it is released", () => {
  const dataDir = emptyFolder();
  const lock = take(dataDir);
  expect(JSON.parse(readFileSync(layout(dataDir).lock, "utf8"))).toMatchObject({ pid: process.pid, host: self().host });
  expect(() => take(dataDir)).toThrow(LockedError);
  lock.release();
  expect(readdirSync(dataDir)).toEqual([]);
});

test.each<[string, Partial<Owner> | string]>([
  ["a process that is gone", { pid: 4_194_304 }],
  ["a process of an earlier version that is gone", "4194304\n"],
  ["another process that was given the same id", { ticks: "1" }],
  ["a process of an earlier boot", { boot: "00000000-0000-0000-0000-000000000000" }],
  ["another machine whose heartbeat stands still", { host: "elsewhere" }],
  ["somebody who was killed while writing it", '{"pid":'],
])("the lock of %s is taken over", (_, owner) => {
  const dataDir = lockedBy(owner);
  const lock = take(dataDir);
  expect(JSON.parse(readFileSync(layout(dataDir).lock, "utf8")).pid).toBe(process.pid);
  lock.release();
  expect(readdirSync(dataDir)).toEqual([]);
});

test.each<[string, Partial<Owner> | string, RegExp]>([
  ["a live process", { pid: 1, ticks: null }, /process 1 holds this data directory on .* since 20/],
  ["a live process of an earlier version", "1\n", /process 1 holds this data directory; wait for it/],
])("the lock of %s is respected", (_, owner, message) => {
  const dataDir = lockedBy(owner);
  expect(() => take(dataDir)).toThrow(LockedError);
  expect(() => take(dataDir)).toThrow(message);
  expect(existsSync(layout(dataDir).lock)).toBe(true);
});

test("the lock of another machine that beats is respected, whatever its clock says", async () => {
  const dataDir = lockedBy({ host: "elsewhere" });
  const path = layout(dataDir).lock;
  utimesSync(path, 0, 0);
  const code = `let at = 1; setInterval(() => require("fs").utimesSync(process.argv[1], ++at, at), 30)`;
  const heart = spawn(process.execPath, ["-e", code, path]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(() => takeLock(dataDir, nobody, { every: 1000, watched: 5000 })).toThrow(/on elsewhere/);
  heart.kill("SIGKILL");
});

test("who finds its lock taken while it stood still is told", async () => {
  const dataDir = emptyFolder();
  const lost: Error[] = [];
  const lock = takeLock(dataDir, (error) => lost.push(error), BEATS);
  writeFileSync(layout(dataDir).lock, JSON.stringify({ ...self(), pid: 1 }));
  await expect.poll(() => lost.map(({ message }) => message)).toEqual([expect.stringMatching(/took .* over/)]);
  lock.release();
  expect(JSON.parse(readFileSync(layout(dataDir).lock, "utf8")).pid).toBe(1);
});

/** Tries for a lock and holds it a while; says whether it got it. */
const TRY = (module: string): string => `
  import { takeLock } from ${JSON.stringify(module)};
  try {
    takeLock(process.argv[1]);
    process.stdout.write("got");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 4000);
  } catch (error) {
    process.stdout.write(error.name);
  }`;

test("of many who find a dead owner's lock at once, one gets it", async () => {
  const dataDir = lockedBy({ pid: 4_194_304 });
  const module = pathToFileURL(join(packagePath("dist"), "pipelines", "lock.js")).href;
  const tries = Array.from({ length: 8 }, async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", TRY(module), dataDir]);
    let said = "";
    for await (const text of child.stdout) said += text;
    return said;
  });
  const said = (await Promise.all(tries)).sort();
  expect(said).toEqual([...Array(7).fill("LockedError"), "got"]);
});
