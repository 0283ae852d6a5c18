import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Source } from "../models/source.js";
import { type Ask, verificationLines, verifySources } from "../pipelines/stages/verify.js";
import { sourcesVerb } from "../pipelines/verbs/sources.js";
import { emptyFolder } from "./support/folder.js";
import { serve } from "./support/server.js";

/** The real network, without manners: loopback has no robots.txt to obey. */
const ask: Ask = async ({ url, method = "GET", body, headers, label, carry }, source) => {
  if (source.id === "shut") return { refused: "robots.txt disallows /jobs" };
  try {
    const answer = await fetch(url, {
      method,
      ...(body === undefined ? {} : { body }),
      ...(headers ? { headers } : {}),
    });
    const contentType = answer.headers.get("content-type") ?? "";
    const page = { url, contentType, body: await answer.text(), ...(label === undefined ? {} : { label }), carry };
    return { status: answer.status, page };
  } catch (error) {
    return { failed: (error as Error).message };
  }
};

const posting = { id: "1", text: "Nurse", description: "<p>Care on a ward, days.</p>" };
const card = { title: "Nurse", externalPath: "/job/Leeds/Nurse_R1", bulletFields: ["R1"], locationsText: "Leeds" };

const board = async () =>
  serve((path) => {
    if (path.startsWith("/v0/postings/open")) return { type: "application/json", body: JSON.stringify([posting]) };
    if (path.startsWith("/v0/postings/bare")) return { type: "application/json", body: "[]" };
    if (path.startsWith("/v0/postings/broken"))
      return { type: "application/json", body: JSON.stringify([{ id: "1" }]) };
    if (path.startsWith("/v0/postings/moved")) return { body: "<h1>We have moved</h1>" };
    if (path.startsWith("/v0/postings/ill")) return { status: 503, body: "later" };
    if (path.startsWith("/wday/cxs/acme/Jobs/jobs"))
      return { type: "application/json", body: JSON.stringify({ total: 40, jobPostings: [card, card] }) };
    return undefined;
  });

const now = (): Date => new Date("2026-10-31T02:00:00Z");
const lever = (id: string, base_url: string): Source => ({ id, platform: "lever", board: id, base_url, enabled: true });

const verified = async (sources: Source[], asked: Ask = ask) => verifySources({ sources, ask: asked, now });

describe("a board is", () => {
  test.each([
    ["seen where postings came", "open", { verdict: "seen", postings: 1, listed: 0, detail: null }],
    ["empty where it lists none", "bare", { verdict: "empty", detail: "the board answers, and lists nothing" }],
    ["gone where it answers 404", "away", { verdict: "gone", detail: "it answered 404" }],
    ["refused where robots.txt shuts it", "shut", { verdict: "refused", detail: "robots.txt disallows /jobs" }],
    ["failed where the server is ill", "ill", { verdict: "failed", detail: "it answered 503" }],
    ["failed where the answer is not the platform's", "moved", { verdict: "failed", detail: /lever: .*We have moved/ }],
    ["failed where no advert can be read", "broken", { verdict: "failed", detail: /none of 1 adverts.*text: no text/ }],
  ])("%s", async (_, id, expected) => {
    const { url } = await board();
    const { findings } = await verified([lever(id, url)]);
    const { detail, ...rest } = expected;
    expect(findings).toEqual([expect.objectContaining({ source_id: id, platform: "lever", board: id, ...rest })]);
    if (detail instanceof RegExp) expect(findings[0]?.detail).toMatch(detail);
    else expect(findings[0]?.detail).toBe(detail);
  });

  test("seen by the adverts that it lists; the next page of the list is none", async () => {
    const { url, asked } = await board();
    const source: Source = { id: "a", platform: "workday", board: "acme.wd1/Jobs", base_url: url, enabled: true };
    const { findings } = await verified([source]);
    expect(findings).toEqual([expect.objectContaining({ verdict: "seen", postings: 0, listed: 2 })]);
    expect(asked.map(({ line }) => line)).toEqual(["POST /wday/cxs/acme/Jobs/jobs"]);
  });

  test("failed where nobody answers", async () => {
    const { findings } = await verified([lever("a", "http://127.0.0.1:9")]);
    expect(findings[0]?.verdict).toBe("failed");
  });
});

test("each board is asked once, one at a time at its host, and the report keeps their order", async () => {
  const { url, asked } = await board();
  let [open, most] = [0, 0];
  const counted: Ask = async (request, source) => {
    open += 1;
    most = Math.max(most, open);
    const answer = await ask(request, source);
    open -= 1;
    return answer;
  };
  const ids = ["open", "bare", "away", "ill", "open2", "bare2"];
  const result = await verified(
    ids.map((id) => lever(id, url)),
    counted,
  );
  expect(most).toBe(1);
  expect(asked).toHaveLength(ids.length);
  expect(result.findings.map(({ source_id }) => source_id)).toEqual(ids);
  expect(result.counts).toEqual({ seen: 2, empty: 2, gone: 1, refused: 0, failed: 1 });
  expect(result.checked_at).toBe("2026-10-31T02:00:00.000Z");
});

test("hosts do not wait for each other", async () => {
  const [one, two] = [await board(), await board()];
  let release = (): void => undefined;
  const second = new Promise<void>((resolve) => {
    release = resolve;
  });
  const crossed: Ask = async (request, source) => {
    if (source.id === "open") await second;
    else release();
    return ask(request, source);
  };
  const { counts } = await verified([lever("open", one.url), lever("open2", two.url)], crossed);
  expect(counts.seen).toBe(2);
});

test("the report says what each answered, and how many of each there are", async () => {
  const { url } = await board();
  const lines = verificationLines(await verified([lever("open", url), lever("away", url)])).join("\n");
  expect(lines).toBe(
    [
      "source  platform  verdict  answer",
      "open    lever     seen     1 postings",
      "away    lever     gone     it answered 404",
      "2 boards asked: 1 seen, 0 empty, 1 gone, 0 refused, 0 failed",
    ].join("\n"),
  );
});

describe("the command", () => {
  const run = async (...words: string[]): Promise<{ out: string; exit: typeof process.exitCode }> => {
    const written: string[] = [];
    const stdout = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
    onTestFinished(() => {
      stdout.mockRestore();
      process.exitCode = undefined;
    });
    process.exitCode = undefined;
    const program = new Command().exitOverride();
    sourcesVerb(program);
    const common = ["--quiet", "--data", emptyFolder(), ...(words[0] === "verify" ? ["--allow-loopback"] : [])];
    await program.parseAsync(["node", "certworth", "sources", ...words, ...common]);
    return { out: written.join(""), exit: process.exitCode };
  };

  const listed = async (): Promise<string> => {
    const { url } = await board();
    const file = join(emptyFolder(), "sources.yaml");
    const entry = (id: string, more: string): string =>
      `- { id: ${id}, platform: lever, board: ${id}, base_url: "${url}", industry: health, unverified: true${more} }\n`;
    writeFileSync(file, `${entry("open", "")}${entry("away", "")}${entry("bare", ", enabled: false")}`);
    return file;
  };

  test("verify --write marks what was seen, and ends with 4 where some were not", async () => {
    const file = await listed();
    const { out, exit } = await run("verify", "--sources", file, "--write");
    expect(exit).toBe(4);
    expect(out).toContain("2 boards asked: 1 seen, 0 empty, 1 gone");
    expect(out).toContain(`1 entries of ${file} lost`);
    expect(readFileSync(file, "utf8").match(/id: (\w+),.*unverified/g)).toHaveLength(2);
  });

  test("verify writes nothing without --write, and asks a disabled board by its name only", async () => {
    const file = await listed();
    const before = readFileSync(file, "utf8");
    const { out } = await run("verify", "--sources", file, "--only", "bare", "--json");
    expect(JSON.parse(out)).toMatchObject({ counts: { seen: 0, empty: 1 }, marked: 0 });
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("verify says which boards the budget left unasked; robots.txt counts too", async () => {
    const { out, exit } = await run("verify", "--sources", await listed(), "--budget", "2requests");
    expect(out).toMatch(/away +lever +failed +the budget was spent/);
    expect(out).toContain("2 boards asked: 1 seen");
    expect(exit).toBe(4);
  });

  test("verify knows no source that the file lacks", async () => {
    await expect(run("verify", "--sources", await listed(), "--only", "acme")).rejects.toThrow("has no source acme");
  });

  test("list counts by platform and industry", async () => {
    const { out } = await run("list", "--sources", await listed());
    expect(out).toMatch(/lever +3 +2 +3\n/);
    expect(out).toMatch(/health +3 +2 +3\n/);
    expect(out).toContain("2 enabled, 3 that no run has verified");
  });
});
