// Makes dist/extract-worker.mjs and dist/warc-worker.mjs: each one file that needs Node only, with what it reads inside.
// usage: node pipelines/bundle.mjs [--data DIR]     (after npm run build; DIR: whose imported vocabulary goes in as well)
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { roomHash } from "../dist/pipelines/room-hash.js";

const { values } = parseArgs({ options: { data: { type: "string" } } });
const root = fileURLToPath(new URL("..", import.meta.url));

const tablesOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".csv"))
        .map((file) => join(folder, file))
    : [];
const own = tablesOf(join(root, "models", "taxonomy"));
const imported = values.data === undefined ? [] : tablesOf(join(resolve(values.data), "taxonomy"));

const imports = (files, name) =>
  files.map((file, at) => `import ${name}${at} from ${JSON.stringify(file)};`).join("\n");
const record = (files, name) =>
  `{${files.map((file, at) => `${JSON.stringify(file.split("/").at(-1))}: ${name}${at}`).join(", ")}}`;

const extractWorker = `
${imports(own, "own")}
${imports(imported, "imported")}
import { runExtractWorker } from "./dist/pipelines/workers/extract-worker.js";
await runExtractWorker({
  tables: ${record(own, "own")}, imported: ${record(imported, "imported")}, codeHash: ${JSON.stringify(roomHash("extractors"))},
});`;

// Some packages are CommonJS and ask for Node's own modules by `require`, which a module has not.
const REQUIRE =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

const bundle = (contents, outfile) =>
  build({
    stdin: { contents, resolveDir: root, loader: "js" },
    outfile: join(root, "dist", outfile),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    loader: { ".csv": "binary" },
    banner: { js: REQUIRE },
    logLevel: "warning",
  });

const warcWorker = 'import { runWarcWorker } from "./dist/pipelines/workers/warc-worker.js"; await runWarcWorker();';

await bundle(extractWorker, "extract-worker.mjs");
await bundle(warcWorker, "warc-worker.mjs");
