import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";

/** A sample of `npm run torture`: the same doors and the same judge, with another seed each day. */
const INPUTS = 6000;
const TODAY = Math.floor(Date.now() / 86_400_000);

test("generated inputs through every front door: no crash, no hang, no growing memory", { timeout: 240_000 }, () => {
  const args = [packagePath("test", "torture", "fuzz.mjs"), "--inputs", String(INPUTS), "--seed", String(TODAY)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  const [total = ""] = /^[\d,]+(?= inputs through 14 doors, 0 faults)/m.exec(stdout) ?? [];
  expect(Number(total.replaceAll(",", ""))).toBeGreaterThanOrEqual(INPUTS);
});
