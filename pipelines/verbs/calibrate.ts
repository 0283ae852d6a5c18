import type { Command } from "commander";
import { calibrate, formatCalibration, saveCalibration } from "../calibrate.js";
import { loadVocabulary } from "../vocabulary.js";
import { type CommonOptions, common, effectsOf, print, wholeNumber } from "./context.js";

interface CalibrateFlags extends CommonOptions {
  markets: number;
  seed: number;
  save: boolean;
}

export const calibrateVerb = (program: Command): void => {
  common(program.command("calibrate"))
    .description("the statistics on simulated markets whose truth is known: coverage, false alarms, power, sources")
    .option("--markets <n>", "markets a scenario, three times as many where a trend is planted", wholeNumber, 200)
    .option("--seed <n>", "another number gives other markets", wholeNumber, 1)
    .option("--save", "put the figures where the site reads them", false)
    .addHelpText("after", "\nExample: certworth calibrate --markets 20")
    .action(async (flags: CalibrateFlags) => {
      const { markets, seed, save } = flags;
      const calibration = await calibrate({ effects: effectsOf(flags), vocabulary: loadVocabulary(), markets, seed });
      if (save) saveCalibration(calibration);
      print(flags, calibration, [formatCalibration(calibration)]);
    });
};
