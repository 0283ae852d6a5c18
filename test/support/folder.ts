import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";

/** An empty folder that goes away with the test. */
export const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "certworth-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** An empty folder that stays for all tests of a file. */
export const persistentFolder = (): (() => string) => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "certworth-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
};
