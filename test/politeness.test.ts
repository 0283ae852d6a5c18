import fc from "fast-check";
import { expect, test } from "vitest";
import { isLoopbackHost, isPrivateHost, privateRefusal } from "../pipelines/politeness/address.js";
import { HostGate, type HostLimits, LOOPBACK_LIMITS, retryAfterMs } from "../pipelines/politeness/host-gate.js";
import { refusedHost } from "../pipelines/politeness/refused-hosts.js";
import { crawlDelayMs, RobotsCache, rulesOf } from "../pipelines/politeness/robots.js";
import { emptyFolder } from "./support/folder.js";

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
  ["224.0.0.1", true],
  ["255.255.255.255", true],
  ["8.8.8.8", false],
  ["localhost", true],
  ["localhost.", true],
  ["[::1]", true],
  ["[::]", true],
  ["[fd00::1]", true],
  ["[fe80::1]", true],
  ["[::ffff:10.0.0.1]", true],
  ["[::ffff:8.8.8.8]", true],
  ["[64:ff9b::a00:1]", true],
  ["[2002:a00:1::]", true],
  ["[2606:4700::1111]", false],
  ["boards-api.greenhouse.io", false],
  ["10.example.org", false],
  ["metadata.google.internal", true],
  ["printer.local", true],
  ["intranet", true],
])("%s is private: %s", (host, expected) => expect(isPrivateHost(host)).toBe(expected));

test("numbers of this machine in other notations are seen through, since addresses are parsed as browsers do", () => {
  for (const address of ["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://[0:0:0:0:0:0:0:1]/"])
    expect(isLoopbackHost(new URL(address).hostname), address).toBe(true);
});

test("leave for loopback opens this machine and the private hosts that sources name, no others", () => {
  const leave = { loopback: true, named: new Set(["10.0.0.7"]) };
  expect(privateRefusal("127.0.0.1", leave)).toBeNull();
  expect(privateRefusal("10.0.0.7", leave)).toBeNull();
  expect(privateRefusal("10.0.0.8", leave)).toMatch(/that no source names/);
  expect(privateRefusal("169.254.169.254", leave)).toMatch(/169\.254\.169\.254 is a loopback or private address/);
  expect(privateRefusal("127.0.0.1", { loopback: false, named: new Set() })).toMatch(/needs --allow-loopback/);
});

test.each([
  ["www.linkedin.com", /LinkedIn/],
  ["linkedin.com", /LinkedIn/],
  ["uk.indeed.com", /Indeed/],
  ["www.glassdoor.co.uk", /Glassdoor/],
  ["Indeed.Com.", /Indeed/],
])("%s is refused by name with the reason", (host, reason) => expect(refusedHost(host)).toMatch(reason));

test.each(["indeedflex.example.org", "glassdoor.example.org.uk.net", "jobs.lever.co", "127.0.0.1"])(
  "%s is not refused by name",
  (host) => expect(refusedHost(host)).toBeNull(),
);

test.each([
  ["User-agent: *\nCrawl-delay: 3", 3000],
  ["User-agent: other\nCrawl-delay: 9", null],
  ["User-agent: *\nCrawl-delay: 3\n\nUser-agent: CertWorth\nCrawl-delay: 0.5", 500],
  ["User-agent: a\nUser-agent: certworth\nDisallow: /x\nCrawl-delay: 2 # slow", 2000],
  ["User-agent: *\nCrawl-delay: soon", null],
  ["", null],
])("the crawl delay of %j is %s ms", (robots, expected) => expect(crawlDelayMs(robots, "certworth")).toBe(expected));

test.each([
  [200, "User-agent: *\nDisallow: /private/", false, true],
  [200, "User-agent: certworth\nDisallow: /", false, false],
  [200, "User-agent: *\nDisallow: /\nAllow: /jobs", false, true],
  [200, "<html>not a robots.txt</html>", true, true],
  [404, "", true, true],
  [403, "", true, true],
  [429, "", false, false],
  [500, "User-agent: *\nAllow: /", false, false],
  [503, "", false, false],
])("robots.txt %i %j: /private/1 may be asked %s, /jobs %s", (status, body, ofPrivate, ofJobs) => {
  const rules = rulesOf("https://a.example", status, body, AGENT);
  expect(rules.allows("https://a.example/private/1")).toBe(ofPrivate);
  expect(rules.allows("https://a.example/jobs")).toBe(ofJobs);
});

test("robots.txt is kept a day, a failure is not, and a copy from the future or a torn one counts as none", async () => {
  const folder = emptyFolder();
  let now = Date.parse("2026-11-01T00:00:00Z");
  let asked = 0;
  let answer: { status: number; body: string } | { failed: string } = {
    status: 200,
    body: "User-agent: *\nDisallow: /x",
  };
  const fresh = () => new RobotsCache(folder, AGENT, () => now);
  const ask = async () => {
    asked += 1;
    return answer;
  };
  const allowed = async (cache: RobotsCache): Promise<boolean> =>
    (await cache.rules("https://a.example", ask)).allows("https://a.example/x");
  expect(await allowed(fresh())).toBe(false);
  now += 23 * 3_600_000;
  expect(await allowed(fresh())).toBe(false);
  expect(asked).toBe(1);
  now += 2 * 3_600_000;
  answer = { failed: "no answer within 20 s" };
  const cache = fresh();
  expect((await cache.rules("https://a.example", ask)).closed).toMatch(
    /could not be fetched \(no answer within 20 s\)/,
  );
  for (let again = 0; again < 5; again += 1) await cache.rules("https://a.example", ask);
  expect(asked, "asked three times in a run, then taken for closed").toBe(4);
  answer = { status: 404, body: "" };
  expect(await allowed(fresh())).toBe(true);
  now -= 10 * 3_600_000;
  expect(await allowed(fresh())).toBe(true);
  expect(asked).toBe(6);
});

test.each([
  ["120", 120_000],
  [" 3 ", 3000],
  ["Sun, 01 Nov 2026 00:01:00 GMT", 60_000],
  ["Sat, 31 Oct 2026 00:00:00 GMT", 0],
  ["later", null],
  [undefined, null],
])("Retry-After %j is a wait of %s ms", (header, expected) =>
  expect(retryAfterMs(header, Date.parse("2026-11-01T00:00:00Z"))).toBe(expected),
);

const limits = (more: Partial<HostLimits>): HostLimits => ({ ...LOOPBACK_LIMITS, ...more });

test("a gate never has more under way than its limit, nor two starts closer than its gap", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 12 }),
      async (concurrency, gapMs, lasting) => {
        const gate = new HostGate(limits({ concurrency, gapMs }));
        const starts: number[] = [];
        let underWay = 0;
        let most = 0;
        await Promise.all(
          lasting.map((ms) =>
            gate.run(async () => {
              starts.push(Date.now());
              underWay += 1;
              most = Math.max(most, underWay);
              await new Promise((resolve) => setTimeout(resolve, ms));
              underWay -= 1;
            }),
          ),
        );
        expect(most).toBeLessThanOrEqual(concurrency);
        // A tick of the clock may fall between the gate's look at it and ours.
        for (const [index, start] of starts.slice(1).entries())
          expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(gapMs - 1);
      },
    ),
    { numRuns: 30 },
  ));

test("a host that pushes back rests as long as it asked, and is asked more slowly from then on", async () => {
  const gate = new HostGate(limits({ gapMs: 20 }));
  const started = Date.now();
  gate.pushedBack(80, started);
  expect(gate.freeAt).toBeGreaterThanOrEqual(started + 80);
  const starts: number[] = [];
  const take = () => gate.run(async () => starts.push(Date.now()));
  await Promise.all([take(), take()]);
  expect((starts[0] ?? 0) - started).toBeGreaterThanOrEqual(80);
  // A tick of the clock may fall between the gate's look at it and ours.
  expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(2 * 20 - 1);
  expect(gate.slowed).toBe(1);
});

test("a host that asks for more than a run waits, or pushes back without end, is left alone", () => {
  const patient = new HostGate(limits({ longestWaitMs: 1000 }));
  patient.pushedBack(3_600_000, Date.now());
  expect(patient.suspended).toBe("the host asked for a wait of 3600 s, longer than a run waits");
  const endless = new HostGate(limits({ breakerFailures: 3 }));
  for (let push = 0; push < 4; push += 1) endless.pushedBack(0, Number.POSITIVE_INFINITY);
  expect(endless.suspended).toBe("the host pushed back 4 times in a row");
});

test("a host that keeps failing rests, is tried once more, and is then left alone; a success in between clears it", () => {
  const gate = new HostGate(limits({ breakerFailures: 3, breakerRestMs: 500 }));
  gate.failed("answered 500");
  gate.failed("answered 500");
  gate.succeeded();
  gate.failed("answered 500");
  gate.failed("answered 500");
  expect(gate.freeAt).toBeLessThanOrEqual(Date.now());
  gate.failed("answered 502");
  expect(gate.suspended).toBeNull();
  expect(gate.freeAt).toBeGreaterThan(Date.now() + 300);
  gate.failed("answered 503");
  expect(gate.suspended).toBe("4 failures in a row, the last: answered 503");
});
