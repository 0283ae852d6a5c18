import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { filesBelow } from "../models/files.js";
import { Source } from "../models/source.js";
import { sqlText } from "../models/sql-text.js";
import { certworth } from "./support/certworth.js";
import { crawlAt } from "./support/crawl.js";
import { emptyFolder } from "./support/folder.js";
import { queryRows } from "./support/query.js";
import { type Answer, serve } from "./support/server.js";

/** Keys of the environment: sent to the one service that they are for, and found in nothing that a run leaves behind. */

const SECRETS = {
  ADZUNA_APP_ID: "id-5f2c/91+aa",
  ADZUNA_APP_KEY: 'key "7d1e" & <more>',
  USAJOBS_API_KEY: "usajobs-secret-42",
  USAJOBS_EMAIL: "applicant@secret.example",
  REED_BASIC: "cmVlZC1zZWNyZXQ6",
};
const OTHER = { AWS_SECRET_ACCESS_KEY: "never-for-anybody" };

afterEach(() => vi.unstubAllEnvs());

/** All ways in which a secret could be written. */
const writings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString("base64"),
];

/** Everything that stands below a folder, as text: gzip unpacked, Parquet as rows. */
const everything = async (folder: string): Promise<string> => {
  const texts: string[] = [];
  for (const file of filesBelow(folder, "")) {
    const bytes = readFileSync(file);
    texts.push(file, (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1"));
    if (file.endsWith(".parquet")) texts.push(JSON.stringify(await queryRows(`FROM read_parquet(${sqlText(file)})`)));
  }
  return texts.join("\n");
};

/** A service that gives back whatever it was sent: in its body, its headers, its errors and its redirects. */
const echo = (path: string, request: { headers: Record<string, string | string[] | undefined> }): Answer => {
  const said = `${decodeURIComponent(path)} ${path} ${JSON.stringify(request.headers)} ${String(request.headers.authorization)}`;
  if (path === "/robots.txt") return { status: 404, body: said };
  const headers = { etag: `"${path.replaceAll('"', "")}"`, "last-modified": path };
  if (path.includes("/moved"))
    return { status: 302, body: said, headers: { location: `${path.replace("/moved", "/odd")}` } };
  const job = { id: "1", MatchedObjectId: "1", jobId: 1, title: "Nurse", description: `RN required. ${said}`, said };
  const body = JSON.stringify({
    results: [job],
    SearchResult: { SearchResultItems: [{ ...job, MatchedObjectDescriptor: job }] },
    said,
  });
  return { type: `application/json; charset="${path.slice(0, 100)}"`, body, headers };
};

test("a crawl with keys leaves none of them in lake, logs, run records or memory of visits", async () => {
  for (const [name, value] of Object.entries({ ...SECRETS, ...OTHER })) vi.stubEnv(name, value);
  const server = await serve((path, request) => echo(path, request));
  const dataDir = emptyFolder();
  const sources = [
    { id: "adzuna", platform: "adzuna", board: "us/what=nurse" },
    { id: "adzuna-moved", platform: "adzuna", board: "us/what=nurse/moved" },
    { id: "usajobs", platform: "usajobs", board: "Keyword=nurse" },
    { id: "reed", platform: "reed", board: "keywords=nurse" },
  ].map((one) => Source.parse({ ...one, base_url: server.url, enabled: true }));
  const summary = await crawlAt(dataDir, sources);
  const asked = server.asked.map(({ line }) => line).join("\n");
  expect(asked).toContain(encodeURIComponent(SECRETS.ADZUNA_APP_KEY));
  const all = `${await everything(dataDir)}\n${JSON.stringify(summary)}`;
  expect(all).toContain("{env:ADZUNA_APP_KEY}");
  for (const [name, secret] of Object.entries(SECRETS))
    for (const writing of writings(secret)) expect(all.includes(writing), `${name} as ${writing}`).toBe(false);
  expect(all).not.toContain("7d1e");
});

test("an answer cannot ask for our environment: what a board names as {env:...} stays those letters", async () => {
  for (const [name, value] of Object.entries({ ...SECRETS, ...OTHER })) vi.stubEnv(name, value);
  const server = await serve((path) => {
    const { url } = server;
    if (path === "/sitemap.xml")
      return {
        type: "application/xml",
        body: `<urlset>${["AWS_SECRET_ACCESS_KEY", "REED_BASIC", "PATH"].map((name) => `<url><loc>${url}/jobs/{env:${name}}</loc></url>`).join("")}</urlset>`,
      };
    return path === "/robots.txt" ? undefined : { body: "<p>no advert</p>" };
  });
  const host = new URL(server.url).host;
  await crawlAt(emptyFolder(), [Source.parse({ id: "evil", platform: "jsonld", board: host, base_url: server.url })]);
  const asked = server.asked.map(({ line }) => decodeURIComponent(line));
  expect(asked).toContain("GET /jobs/{env:AWS_SECRET_ACCESS_KEY}");
  for (const secret of [...Object.values(SECRETS), ...Object.values(OTHER)])
    expect(asked.join("\n")).not.toContain(secret);
});

test("a key that is missing is named, never shown; the command line logs none", async () => {
  const data = emptyFolder();
  const env = { ...SECRETS, REED_BASIC: "", CERTWORTH_CONTACT: "me@example.org", CERTWORTH_DATA: data };
  const list = `${data}/sources.yaml`;
  const server = await serve((path, request) => echo(path, request));
  writeFileSync(
    list,
    `- { id: reed, platform: reed, board: "keywords=x", base_url: "${server.url}", enabled: true }\n- { id: adzuna, platform: adzuna, board: "us/what=x", base_url: "${server.url}", enabled: true }\n`,
  );
  const outcome = await certworth(["crawl", "--sources", list, "--allow-loopback", "--log-level", "debug"], { env });
  expect(outcome.code, outcome.stderr).toBe(4);
  const status = await certworth(["status"], { env });
  const all = `${outcome.stdout}\n${outcome.stderr}\n${status.stdout}\n${status.stderr}\n${await everything(data)}`;
  expect(all).toContain("REED_BASIC");
  for (const [name, secret] of Object.entries(SECRETS))
    for (const writing of writings(secret)) expect(all.includes(writing), `${name} as ${writing}`).toBe(false);
}, 300_000);
