import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { rangeOf, serveSite } from "../reports/serve.js";
import { emptyFolder } from "./support/folder.js";

async function served() {
  const folder = emptyFolder();
  const dir = join(folder, "site");
  mkdirSync(join(dir, "deep"), { recursive: true });
  writeFileSync(join(dir, "index.html"), "<p>home</p>");
  writeFileSync(join(dir, "style.css"), "p{}");
  writeFileSync(join(dir, "deep", "data.csv"), "a\n");
  writeFileSync(join(dir, "deep", "data.parquet"), "PAR1");
  writeFileSync(join(dir, "engine.wasm"), "0123456789");
  writeFileSync(join(dir, "empty.bin"), "");
  writeFileSync(join(folder, "secret.txt"), "secret");
  symlinkSync(join(folder, "secret.txt"), join(dir, "link.txt"));
  const server = await serveSite({ dir, port: 0 });
  onTestFinished(() => server.close());
  return server.port;
}

/** Sends the path as it stands: `fetch` would tidy up the dots before they leave. */
const get = (port: number, path: string, method = "GET", headers = {}) =>
  new Promise<{ status: number; type: string; body: string; range: string }>((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (part) => {
        body += part;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode!,
          type: String(response.headers["content-type"]),
          body,
          range: String(response.headers["content-range"]),
        }),
      );
    })
      .on("error", reject)
      .end();
  });

test("files come with their content types", async () => {
  const port = await served();
  const types = await Promise.all(
    ["/", "/index.html?x=1", "/style.css", "/deep/data.csv", "/deep/data.parquet", "/engine.wasm"].map((path) =>
      get(port, path),
    ),
  );
  expect(types.map(({ status, type }) => `${status} ${type}`)).toEqual([
    "200 text/html; charset=utf-8",
    "200 text/html; charset=utf-8",
    "200 text/css; charset=utf-8",
    "200 text/csv; charset=utf-8",
    "200 application/vnd.apache.parquet",
    "200 application/wasm",
  ]);
});

test.each([
  "/../secret.txt",
  "/deep/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/%00",
  "/link.txt",
  "/deep",
  "/none",
  "/%zz",
  "//secret.txt",
])("%s is not found", async (path) => {
  const { status, body } = await get(await served(), path);
  expect(status).toBe(404);
  expect(body).not.toContain("secret");
});

test("only reading is allowed", async () => {
  const port = await served();
  expect((await get(port, "/", "POST")).status).toBe(405);
  expect(await get(port, "/", "HEAD")).toMatchObject({ status: 200, body: "" });
});

test("text is packed for those who take it", async () => {
  const answer = await fetch(`http://127.0.0.1:${await served()}/index.html`);
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(await answer.text()).toBe("<p>home</p>");
});

test.each([
  ["bytes=0-3", 206, "bytes 0-3/10", "0123"],
  ["bytes=8-", 206, "bytes 8-9/10", "89"],
  ["bytes=-2", 206, "bytes 8-9/10", "89"],
  ["bytes=5-99", 206, "bytes 5-9/10", "56789"],
  ["bytes=10-", 416, "bytes */10", ""],
  ["bytes=0-1,4-5", 200, "undefined", "0123456789"],
  ["lines=0-1", 200, "undefined", "0123456789"],
])("%s of a file gives %i, %s", async (range, status, place, body) => {
  expect(await get(await served(), "/engine.wasm", "GET", { range })).toMatchObject({ status, range: place, body });
});

test("ranges of an empty file, and backward ones", async () => {
  expect(rangeOf("bytes=0-0", 0)).toBe("none");
  expect(rangeOf("bytes=5-2", 10)).toBeNull();
  expect(rangeOf("bytes=-", 10)).toBeNull();
  expect(rangeOf(undefined, 10)).toBeNull();
  expect(await get(await served(), "/empty.bin")).toMatchObject({ status: 200, body: "" });
});

test("a folder that is missing is refused", async () => {
  await expect(serveSite({ dir: "/nowhere", port: 0 })).rejects.toThrow(/nowhere/);
});
