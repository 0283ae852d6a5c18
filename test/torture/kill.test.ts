import { expect, test } from "vitest";
import { emptyFolder } from "../support/folder.js";
import { killedNight, type Moment, openLane } from "./kill.js";
import { STAGES } from "./stages.js";

const isFull = process.env.CERTWORTH_TORTURE === "full";
/** Moments at which nights are killed at least, over all stages. */
const MOMENTS = isFull ? 150 : 30;
const LANES = isFull ? 2 : 1;

test(`nights killed at ${MOMENTS} moments and run again end as an undisturbed one`, async () => {
  const all = new Map<string, Moment>();
  let number = 0;
  const lane = async (): Promise<void> => {
    const undisturbed = await openLane(emptyFolder());
    while (all.size < MOMENTS) {
      number += 1;
      const { moments, contents } = await killedNight(undisturbed, number);
      process.stdout.write(`${moments.map(({ stage, how, step }) => `  ${stage}: ${how}: ${step}`).join("\n")}\n`);
      for (const moment of moments) all.set(`${moment.stage} ${moment.how} ${moment.step}`, moment);
      expect(contents, `killed at ${JSON.stringify(moments)}`).toEqual(undisturbed.contents);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const struck = (name: string): number => [...all.values()].filter(({ stage }) => stage === name).length;
  const counts = STAGES.map(([name]) => [name, struck(name)] as const);
  process.stdout.write(`killed at ${all.size} moments: ${counts.map(([name, n]) => `${name} ${n}`).join(", ")}\n`);
  for (const [name, kills] of counts) expect(kills, `kills in ${name}`).toBeGreaterThanOrEqual(MOMENTS / 15);
}, 3_600_000);
