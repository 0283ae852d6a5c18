import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The gazetteer stage of skill-extractor: its package is fetched without its model and its dependencies. */
async function gazetteer() {
  const folder = mkdtempSync(join(tmpdir(), "certworth-bench-"));
  try {
    const packed = execFileSync("npm", ["pack", "skill-extractor@0.2.0", "--silent", "--pack-destination", folder], {
      encoding: "utf8",
      timeout: 60_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
    execFileSync("tar", ["xzf", join(folder, packed.trim()), "-C", folder]);
    return (await import(pathToFileURL(join(folder, "package", "src", "matcher.js")).href)).KeywordMatcher;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const load = async (name, make) => {
  try {
    return { name, ...(await make()) };
  } catch (error) {
    process.stderr.write(`${name}: not available (${String(error.message).split("\n")[0]})\n`);
    return { name, find: null };
  }
};

/** Other matchers over the same surfaces, in the lower case that makes them find the same names. Each counts its hits. */
export async function peers(surfaces) {
  const lower = [...new Set(surfaces.map((surface) => surface.toLowerCase()))];
  return Promise.all([
    load("modern-ahocorasick (fast)", async () => {
      const matcher = new (await import("modern-ahocorasick/fast")).default(lower);
      return { find: (text) => matcher.count(text.toLowerCase()) };
    }),
    load("@monyone/aho-corasick", async () => {
      const matcher = new (await import("@monyone/aho-corasick")).AhoCorasick(lower);
      return { find: (text) => matcher.matchInText(text.toLowerCase()).length };
    }),
    load("skill-extractor 0.2.0, bare gazetteer", async () => {
      const matcher = new (await gazetteer())(lower);
      return { find: (text) => matcher.extract(text).length };
    }),
  ]);
}
