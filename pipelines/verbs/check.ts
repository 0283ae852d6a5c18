import { resolve } from "node:path";
import type { Command } from "commander";
import { checkData } from "../check.js";
import { EXIT } from "../run.js";
import { type CommonOptions, common, print } from "./context.js";

export const checkVerb = (program: Command): void => {
  common(program.command("check"))
    .description("read every file of the lake to its end, and say what to do about damaged ones")
    .option("--repair", "remove damaged files that the next run makes again", false)
    .addHelpText("after", "\nExample: certworth check --data data/real")
    .action(async (flags: CommonOptions & { repair: boolean }) => {
      const damages = await checkData(resolve(flags.data), flags.repair);
      const lines = damages.map(({ file, problem, advice, canBeMadeAgain }) =>
        flags.repair && canBeMadeAgain ? `${file}: ${problem}: removed` : `${file}: ${problem}: ${advice}`,
      );
      print(flags, damages, damages.length === 0 ? ["Every file can be read."] : lines);
      const left = damages.filter(({ canBeMadeAgain }) => !(flags.repair && canBeMadeAgain));
      process.exitCode = left.length === 0 ? EXIT.done : EXIT.failed;
    });
};
