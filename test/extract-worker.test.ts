import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import { certworth } from "./support/certworth.js";
import { persistentFolder } from "./support/folder.js";

/** An empty folder that holds the bundle and nothing else: no package is in reach. */
const home = persistentFolder();

beforeAll(() => {
  execFileSync(process.execPath, [packagePath("pipelines", "bundle.mjs")]);
  copyFileSync(packagePath("dist", "extract-worker.mjs"), join(home(), "extract-worker.mjs"));
});

const start = (...flags: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ["extract-worker.mjs", ...flags], { cwd: home() });

const line = (id: number): string =>
  JSON.stringify({
    id: String(id),
    title: `Network technician ${id}`,
    text: `About us\n${"We keep the lines of our customers up. ".repeat(20)}\nRequirements\nCCNA or Network+ required, ${id % 7} years of experience.\n`,
  });

const INPUT = `${[
  line(1),
  "no json",
  '{"text":"without id"}',
  "",
  JSON.stringify({ id: "html", html: "<p>BLS &amp; ACLS, $40 an hour</p>" }),
  JSON.stringify({ id: "é", text: "naïve – CISSP 🚛 bevorzugt", lang: "de" }),
  line(2),
].join("\n")}\n`;

it.each([[["--stdin"]], [["--stdin", "--evidence"]]])("answers %j line by line as certworth extract", async (flags) => {
  const bundled = spawnSync(process.execPath, ["extract-worker.mjs", ...flags], { cwd: home(), input: INPUT });
  const ours = await certworth(["extract", ...flags], { stdin: INPUT });
  const lines = bundled.stdout.toString().split("\n");
  expect(lines).toEqual(ours.stdout.split("\n"));
  expect(lines).toHaveLength(7);
  expect(lines[1]).toContain('"error":"not JSON');
  expect(lines[0]?.includes('"evidence":"CCNA or Network+ required')).toBe(flags.includes("--evidence"));
  expect([bundled.status, bundled.stderr.toString()]).toEqual([0, ""]);
});

it("is the extractor that the command line runs", () => {
  const asked =
    "import { loadVocabulary } from './dist/pipelines/vocabulary.js'; console.log(loadVocabulary().extractor.version)";
  const built = execFileSync(process.execPath, ["--input-type=module", "-e", asked], { cwd: packagePath() });
  const bundled = spawnSync(process.execPath, ["extract-worker.mjs", "--version"], { cwd: home() });
  expect(bundled.stdout.toString()).toBe(built.toString());
});

it("names an option that it does not know", () => {
  const { status, stderr } = spawnSync(process.execPath, ["extract-worker.mjs", "--stdn"], { cwd: home() });
  expect([status, stderr.toString().split("\n")[0]]).toEqual([2, "unknown option --stdn"]);
});

it("ends quietly when its reader goes away", async () => {
  const worker = start("--stdin");
  worker.stdin.on("error", () => undefined);
  worker.stdin.write(`${line(1)}\n`);
  await once(worker.stdout, "data");
  worker.stdout.destroy();
  worker.stdin.write(`${line(2)}\n`.repeat(1000));
  const [code] = await once(worker, "exit");
  expect(code).toBe(0);
});

/** Largest resident size so far, MB. */
const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

it.runIf(process.platform === "linux")(
  "needs no more memory for a longer stream, and answers as it reads",
  async () => {
    // In a heap of 64 MB, or what V8 does not yet care to collect looks like growth.
    const worker = spawn(process.execPath, ["--max-old-space-size=64", "extract-worker.mjs", "--stdin", "--evidence"], {
      cwd: home(),
    });
    let answers = 0;
    worker.stdout.on("data", (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) answers += 1;
    });
    const feed = async (from: number, to: number): Promise<number> => {
      for (let at = from; at < to; at += 100) {
        const lines = Array.from({ length: 100 }, (_, more) => `${line(at + more)}\n`).join("");
        if (!worker.stdin.write(lines)) await once(worker.stdin, "drain");
      }
      while (answers < to) await once(worker.stdout, "data");
      return peakOf(worker.pid!);
    };
    const early = await feed(0, 10_000);
    const late = await feed(10_000, 60_000);
    worker.stdin.end();
    expect(await once(worker, "exit")).toEqual([0, null]);
    expect(late - early, `${early} MB, then ${late} MB`).toBeLessThan(20);
  },
  300_000,
);
