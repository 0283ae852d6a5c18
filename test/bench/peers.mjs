import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

const CARGO = `[package]
name = "bench"
version = "0.0.0"
edition = "2021"
[dependencies]
aho-corasick = "1.1"
`;

const RUST = `use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::{env, fs, time::Instant};
fn main() {
    let paths: Vec<String> = env::args().collect();
    let surfaces = fs::read_to_string(&paths[1]).unwrap();
    let all = fs::read_to_string(&paths[2]).unwrap();
    let texts: Vec<&str> = all.split('\\0').collect();
    let rounds: usize = paths[3].parse().unwrap();
    for (name, kind, semantics) in [
        ("overlapping, its own choice", None, MatchKind::Standard),
        ("overlapping, DFA", Some(AhoCorasickKind::DFA), MatchKind::Standard),
        ("leftmost-longest, DFA", Some(AhoCorasickKind::DFA), MatchKind::LeftmostLongest),
    ] {
        let matcher = AhoCorasick::builder()
            .kind(kind).match_kind(semantics).ascii_case_insensitive(true)
            .build(surfaces.lines()).unwrap();
        let mut seconds: Vec<f64> = vec![];
        let mut found = 0;
        for _ in 0..=rounds {
            let from = Instant::now();
            found = texts.iter().map(|text| match semantics {
                MatchKind::Standard => matcher.find_overlapping_iter(text).count(),
                _ => matcher.find_iter(text).count(),
            }).sum();
            seconds.push(from.elapsed().as_secs_f64());
        }
        seconds.remove(0);
        seconds.sort_by(|a, b| a.total_cmp(b));
        println!("{name}\\t{}\\t{found}", seconds[rounds / 2]);
    }
}
`;

/** Rust's aho-corasick over the same surfaces and texts, built in a folder of its own; none where `cargo` is absent. */
export function rust(surfaces, postings, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "certworth-bench-"));
  const run = (command, args) => execFileSync(command, args, { cwd: folder, encoding: "utf8", timeout: 180_000 });
  try {
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "Cargo.toml"), CARGO);
    writeFileSync(join(folder, "src", "main.rs"), RUST);
    writeFileSync(join(folder, "surfaces"), surfaces.join("\n"));
    writeFileSync(join(folder, "texts"), postings.map(({ text }) => text.replaceAll("\0", " ")).join("\0"));
    run("cargo", ["build", "--release", "--quiet"]);
    const lines = run(join(folder, "target", "release", "bench"), ["surfaces", "texts", String(rounds)])
      .trim()
      .split("\n");
    return lines.map((line) => {
      const [name, seconds, counted] = line.split("\t");
      return { name: `Rust aho-corasick, ${name}`, seconds: Number(seconds), counted, postings };
    });
  } catch (error) {
    process.stderr.write(`Rust aho-corasick: skipped (${String(error.message).split("\n")[0]})\n`);
    return [{ name: "Rust aho-corasick", seconds: null }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
