// Speed of the reader of web archives beside `zcat` through a pipe, on the same file in the same run, in turn.
// usage: node test/bench/warc.mjs [--megabytes 400] [--rounds 3] [--file FILE]     (after npm run build)
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeArchive } from "./warc/archive.mjs";

const { values } = parseArgs({
  options: {
    megabytes: { type: "string", default: "400" },
    rounds: { type: "string", default: "3" },
    file: { type: "string" },
  },
});
const say = (...words) => process.stdout.write(`${words.join(" ")}\n`);
const folder = mkdtempSync(join(tmpdir(), "certworth-bench-warc-"));
const file = values.file ?? join(folder, "pages.warc.gz");
if (!existsSync(file)) writeArchive(file, Number(values.megabytes) * 1e6);
const megabytes = statSync(file).size / 1e6;
const reader = fileURLToPath(new URL("warc/read.mjs", import.meta.url));
/** Both on the first core, where the system lets us choose. */
const pinned = spawnSync("taskset", ["--version"]).status === 0 ? "taskset -c 0 " : "";

const run = (command) => {
  const times = spawnSync("bash", ["-c", `TIMEFORMAT='%R %U %S'; time ${command}`], { encoding: "utf8" });
  if (times.status !== 0) throw new Error(`${command}: ${times.stderr}`);
  const [wall, user, system] = times.stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { wall, cpu: user + system, said: times.stdout };
};
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  const [zcat, ours] = [[], []];
  for (let round = 0; round < Number(values.rounds); round++) {
    zcat.push(run(`${pinned}bash -c "zcat '${file}' | cat > /dev/null"`));
    ours.push(run(`${pinned}node '${reader}' '${file}'`));
  }
  const { said } = ours[0];
  const { records, pages, postings, damaged, megabytes: peak } = JSON.parse(said);
  const rate = (runs, of) => `${(megabytes / median(runs.map((one) => one[of]))).toFixed(0)} MB/s`;
  say(
    `${megabytes.toFixed(0)} MB packed: ${records} records, ${pages} pages with the word, ${postings} postings, ${damaged} damaged`,
  );
  say(`zcat through a pipe   ${rate(zcat, "wall")} by the clock, ${rate(zcat, "cpu")} of processor`);
  say(
    `certworth             ${rate(ours, "wall")} by the clock, ${rate(ours, "cpu")} of processor; ${peak.toFixed(0)} MB resident`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
