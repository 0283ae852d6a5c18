import { expect, test } from "vitest";
import { crawlDelayMs, isPrivateHost, Politeness } from "../pipelines/politeness.js";
import { serve } from "./support/server.js";

const AGENT = "certworth/0.1.0 (+mailto:crawl@example.org)";

test.each([
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["10.1.2.3", true],
  ["172.16.0.1", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["169.254.169.254", true],
  ["100.64.0.1", true],
  ["0.0.0.0", true],
  ["8.8.8.8", false],
  ["localhost", true],
  ["[::1]", true],
  ["[fd00::1]", true],
  ["[::ffff:10.0.0.1]", true],
  ["boards-api.greenhouse.io", false],
  ["10.example.org", false],
])("%s is private: %s", (host, expected) => expect(isPrivateHost(host)).toBe(expected));

test.each([
  ["User-agent: *\nCrawl-delay: 3", 3000],
  ["User-agent: other\nCrawl-delay: 9", null],
  ["User-agent: *\nCrawl-delay: 3\n\nUser-agent: CertWorth\nCrawl-delay: 0.5", 500],
  ["User-agent: a\nUser-agent: certworth\nDisallow: /x\nCrawl-delay: 2 # slow", 2000],
  ["User-agent: *\nCrawl-delay: soon", null],
  ["", null],
])("the crawl delay of %j is %s ms", (robots, expected) => expect(crawlDelayMs(robots, "certworth")).toBe(expected));

test("a disallowed path is refused, an allowed one is not, and robots.txt is asked once by our name", async () => {
  const server = await serve((path) =>
    path === "/robots.txt" ? { type: "text/plain", body: "User-agent: *\nDisallow: /private/\n" } : { body: "ok" },
  );
  const politeness = new Politeness(AGENT, true);
  expect(await politeness.refusal(`${server.url}/jobs/1`)).toBeNull();
  expect(await politeness.refusal(`${server.url}/private/1`)).toMatch(/robots\.txt: disallowed/);
  expect(server.asked.map(({ line, agent }) => `${line} ${agent}`)).toEqual([`GET /robots.txt ${AGENT}`]);
});

test("a robots.txt that answers 5xx, or nobody, closes the host; one that is missing opens it", async () => {
  const broken = await serve(() => ({ status: 503, body: "later" }));
  const missing = await serve(() => undefined);
  const politeness = new Politeness(AGENT, true);
  expect(await politeness.refusal(`${broken.url}/jobs`)).toMatch(/closed, it answered 503/);
  expect(await politeness.refusal(`${missing.url}/jobs`)).toBeNull();
  expect(await politeness.refusal("http://127.0.0.1:1/jobs")).toMatch(/closed, it could not be fetched/);
});

test("loopback and other schemes need leave", async () => {
  const politeness = new Politeness(AGENT, false);
  expect(await politeness.refusal("http://127.0.0.1:8080/jobs")).toMatch(/--allow-loopback/);
  expect(await politeness.refusal("file:///etc/passwd")).toMatch(/is not http/);
});

test("a Crawl-delay spaces the turns at its host", async () => {
  const server = await serve((path) =>
    path === "/robots.txt" ? { type: "text/plain", body: "User-agent: *\nCrawl-delay: 0.2\n" } : { body: "ok" },
  );
  const politeness = new Politeness(AGENT, true);
  const turns: number[] = [];
  const take = async (): Promise<void> => {
    await politeness.turn(`${server.url}/jobs`);
    turns.push(performance.now());
  };
  await Promise.all([take(), take(), take()]);
  expect((turns[2] ?? 0) - (turns[0] ?? 0)).toBeGreaterThan(350);
});
