import { execFileSync, spawn, spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import type { Refusal } from "../pipelines/sources/platform.js";
import { membersOf } from "../pipelines/warc/members.js";
import { type ArchivedPosting, archivedPostings, isPosting } from "../pipelines/warc/postings.js";
import { Window } from "../pipelines/warc/window.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";

/** Written by warcio: invented pages, plain, packed, in pieces, packed by zlib, gone, broken, and with headers that lie. */
const PAGES = packagePath("test", "input", "warc", "pages.warc.gz");
const TITLES = [
  "Medical Assistant",
  "Registered Nurse",
  "Phlebotomist",
  "Pflegekraft für die Nacht",
  "Unpacked already",
];

const read = (file: string) => {
  const counts = { records: 0, pages: 0, damaged: 0 };
  const all = [...archivedPostings(file, counts)];
  return { counts, postings: all.filter(isPosting), refused: all.filter((one): one is Refusal => !isPosting(one)) };
};
const titles = (postings: ArchivedPosting[]): string[] => postings.map(({ raw }) => raw.title);

const written = (bytes: Buffer, name = "pages.warc.gz"): string => {
  const file = join(emptyFolder(), name);
  writeFileSync(file, bytes);
  return file;
};

/** Where each gzip member of a file begins. */
const offsetsOf = (file: string): number[] => {
  const window = new Window(file);
  const offsets = [...membersOf(window)].map(({ offset }) => offset);
  window.close();
  return offsets;
};

const whole = readFileSync(PAGES);

it("takes the postings of HTML responses, however their bodies were sent", () => {
  const { counts, postings, refused } = read(PAGES);
  expect(titles(postings)).toEqual(TITLES);
  expect(counts).toEqual({ records: 11, pages: 6, damaged: 0 });
  expect(refused).toMatchObject([{ where: "https://jobs.harbour.example/jobs/7", field: "ld+json" }]);
  expect(postings[1]).toMatchObject({
    source: "jobs.harbour.example",
    seen_on: "2024-03-10",
    raw: { requisition: "J-2", employer: "Harbour Clinic", region: "US-CA", posted_on: "2024-03-02" },
  });
});

it("reads an archive that is not compressed alike, and one that is one gzip member", () => {
  const plain = gunzipSync(whole);
  expect(read(written(plain, "pages.warc")).postings).toEqual(read(PAGES).postings);
  expect(read(written(gzipSync(plain))).postings).toEqual(read(PAGES).postings);
});

const spoilt = (at: number, bytes: number[]): Buffer => {
  const copy = Buffer.from(whole);
  copy.set(bytes, at);
  return copy;
};
const offsets = offsetsOf(PAGES);
const nurse = offsets[4]!;

it.each<[string, Buffer, number, string]>([
  ["bytes within a member", spoilt(nurse + 200, [1, 2, 3, 4, 5, 6, 7, 8]), nurse, "a damaged gzip member"],
  ["the head of a member", spoilt(nurse, [0, 0]), nurse, "no gzip member begins here"],
  ["a wrong checksum", spoilt(offsets[5]! - 8, [0, 0, 0, 0]), nurse, "its checksum is wrong"],
])("passes over %s, and says where", (_, bytes, offset, reason) => {
  const file = written(bytes);
  const { counts, postings, refused } = read(file);
  expect(titles(postings)).toEqual(TITLES.filter((title) => title !== "Registered Nurse"));
  expect(counts.damaged).toBe(1);
  expect(refused[0]).toMatchObject({ where: file, field: "offset", value: String(offset) });
  expect(refused[0]?.reason).toContain(reason);
});

it("passes over what stands between members, and an end that breaks off", () => {
  const between = Buffer.concat([whole.subarray(0, nurse), Buffer.alloc(3000, 31), whole.subarray(nurse)]);
  expect(read(written(between))).toMatchObject({ counts: { damaged: 1 }, postings: read(PAGES).postings });
  const short = read(written(whole.subarray(0, whole.length - 20)));
  expect(titles(short.postings)).toEqual(TITLES.slice(0, 4));
  expect(short.refused.at(-1)).toMatchObject({ field: "offset", value: String(offsets.at(-1)) });
});

it("goes on behind a damaged record of an archive that is not compressed", () => {
  const plain = gunzipSync(whole);
  const at = plain.indexOf("Content-Length:", plain.indexOf("jobs/2"));
  plain.write("Content-Lenght:", at);
  const { counts, postings } = read(written(plain, "pages.warc"));
  expect(titles(postings)).toEqual(TITLES.filter((title) => title !== "Registered Nurse"));
  expect(counts.damaged).toBe(1);
});

it("enters the lake under the pages' host and the day of the crawl, once", { timeout: 180_000 }, async () => {
  const data = emptyFolder();
  const args = ["import", PAGES, "--format", "warc", "--data", data, "--json"];
  const first = await certworth(args);
  expect(JSON.parse(first.stdout)).toMatchObject({ added: 5, refused: 1 });
  expect(JSON.parse((await certworth(args)).stdout)).toMatchObject({ added: 0, skipped: 1 });
  const broken = join(data, "broken.warc.gz");
  copyFileSync(written(spoilt(nurse + 200, [1, 2, 3, 4, 5, 6, 7, 8])), broken);
  const third = JSON.parse((await certworth(["import", broken, "--format", "warc", "--data", data, "--json"])).stdout);
  expect(third).toMatchObject({ added: 0, unchanged: 4, refused: 2 });
  expect(third.notes[0]).toContain("1 damaged parts were passed over");
});

it("gives the same postings by way of the bundled worker, from paths", { timeout: 180_000 }, async () => {
  execFileSync(process.execPath, [packagePath("pipelines", "bundle.mjs")]);
  const folder = emptyFolder();
  copyFileSync(packagePath("dist", "warc-worker.mjs"), join(folder, "warc-worker.mjs"));
  const worker = spawnSync(process.execPath, ["warc-worker.mjs", "--stdin"], {
    cwd: folder,
    input: `${PAGES}\n/no/such\n`,
  });
  const lines = worker.stdout.toString().trim().split("\n");
  const rows = lines.filter((line) => !("error" in JSON.parse(line)));
  expect([lines.length, rows.length]).toEqual([7, 5]);
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ where: "/no/such", error: expect.stringContaining("ENOENT") });
  const file = join(folder, "rows.ndjson");
  writeFileSync(file, `${rows.join("\n")}\n`);
  const add = async (...args: string[]) =>
    JSON.parse((await certworth(["import", ...args, "--data", join(folder, "data"), "--json"])).stdout);
  expect(await add(file, "--format", "ndjson", "--map", packagePath("pipelines", "maps", "warc.json"))).toMatchObject({
    added: 5,
    refused: 0,
  });
  expect(await add(PAGES, "--format", "warc")).toMatchObject({ added: 0, unchanged: 5 });
});

const hasWget = spawnSync("wget", ["--version"]).status === 0;
if (!hasWget) process.stdout.write("test/warc.test.ts: no wget here, so that its archive is not tried\n");

it.skipIf(!hasWget)("reads what wget archives", { timeout: 60_000 }, async () => {
  const page = (n: number): string =>
    `<html><script type="application/ld+json">${JSON.stringify({ "@type": "JobPosting", title: `Cook ${n}`, description: "<p>ServSafe required.</p>" })}</script></html>`;
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    // Without a length Node sends pieces.
    response.write(page(Number(request.url?.slice(1))).slice(0, 50));
    response.end(page(Number(request.url?.slice(1))).slice(50));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const folder = emptyFolder();
  const urls = [1, 2, 3].map((n) => `http://127.0.0.1:${port}/${n}`);
  const wget = spawn("wget", ["-q", "--no-proxy", "--warc-file=site", "-O", "/dev/null", ...urls], { cwd: folder });
  expect(await new Promise((resolve) => wget.on("close", resolve))).toBe(0);
  server.close();
  const { postings, counts } = read(join(folder, "site.warc.gz"));
  expect(titles(postings)).toEqual(["Cook 1", "Cook 2", "Cook 3"]);
  expect(counts.damaged).toBe(0);
  expect(postings[0]?.source).toBe("127.0.0.1");
});
