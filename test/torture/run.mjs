// npm run torture: the fuzz in full, then every test of this folder in full (CERTWORTH_TORTURE=full).
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const here = new URL("./", import.meta.url).pathname;
const run = (command, args) =>
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, CERTWORTH_TORTURE: "full" } }).status === 0;

const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts"));
const results = [
  run(process.execPath, [`${here}fuzz.mjs`]),
  ...tests.map((name) => run("npx", ["vitest", "run", `test/torture/${name}`])),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
