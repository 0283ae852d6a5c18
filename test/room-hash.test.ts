import { basename } from "node:path";
import { expect, test } from "vitest";
import { filesOfRoom } from "../pipelines/room-hash.js";

test("a site is written anew where its code, its styles or the scripts of its pages change", () => {
  const names = filesOfRoom("reports").map((file) => basename(file));
  expect(names).toContain("style.css");
  expect(names).toContain("listing.client.js");
  expect(names).toContain("site.ts");
});
