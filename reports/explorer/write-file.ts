import { fillExplorerFile } from "./fill-file.js";

// A process of its own: see database-file.ts. It ends with the process that asked for it.
process.once("disconnect", () => process.exit(1));
const [warehouse, file, quotes] = process.argv.slice(2);
await fillExplorerFile(warehouse!, file!, quotes === "quotes");
process.exit(0);
