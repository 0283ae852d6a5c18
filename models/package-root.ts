import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds package.json. Data files (taxonomy CSV, SQL, maps) are read from there, so that the same code
 * finds them when it runs from source in tests and from `dist/` in a checkout.
 */
export const packageRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`);
    folder = parent;
  }
  return folder;
})();

/** A path inside the package, e.g. `packagePath("models", "taxonomy")`. */
export const packagePath = (...parts: string[]): string => join(packageRoot, ...parts);
