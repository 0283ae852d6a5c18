import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packagePath } from "../../models/package-root.js";

/** Our own modules of the explorer, as the browser reads them. */
const OWN = ["app.js", "chart.js", "database.js", "result.js"];

/** The build for browsers with WebAssembly exceptions, which all have had since 2022. */
const ENGINE = "duckdb-eh.wasm";
const WORKER = "duckdb-browser-eh.worker.js";

const require = createRequire(import.meta.url);

/** The folder of DuckDB's browser build, and of the Arrow that it reads results with. */
const folders = (): { duckdb: string; arrow: string } => {
  const entry = require.resolve("@duckdb/duckdb-wasm");
  return { duckdb: dirname(entry), arrow: dirname(createRequire(entry).resolve("apache-arrow")) };
};

/** Arrow's bundle hangs itself on `this`; a module has none, so it is given one and handed on as the default export. */
const asModule = (bundle: string): string =>
  `const scope = {};\n(function () {\n${bundle}\n}).call(scope);\nexport default scope.Arrow;\n`;

const withoutMap = (script: string): string => script.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "\n");

/** Lets DuckDB's module find Arrow beside itself: a browser cannot resolve the name of a package. */
const besideArrow = (module: string): string =>
  module.replaceAll(/import\*as (\w+) from"apache-arrow"/g, 'import $1 from"./arrow.js"');

/**
 * Copies what the explorer runs on into `folder`, so that the site asks nobody else for it.
 * @throws where the package `@duckdb/duckdb-wasm` is not installed
 */
export async function copyAssets(folder: string): Promise<void> {
  const { duckdb, arrow } = folders();
  await mkdir(folder, { recursive: true });
  for (const file of OWN) await copyFile(packagePath("reports", "explorer", "client", file), join(folder, file));
  await copyFile(join(duckdb, ENGINE), join(folder, ENGINE));
  const text = async (...path: string[]): Promise<string> => withoutMap(await readFile(join(...path), "utf8"));
  await writeFile(join(folder, WORKER), await text(duckdb, WORKER));
  await writeFile(join(folder, "arrow.js"), asModule(await text(arrow, "Arrow.es2015.min.js")));
  await writeFile(join(folder, "duckdb.js"), besideArrow(await text(duckdb, "duckdb-browser.mjs")));
}
