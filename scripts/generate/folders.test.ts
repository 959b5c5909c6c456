import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { swapFolders } from "./folders.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "crikit-folders-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = (name: string, text: string) => {
  mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, name, "file"), text);
};
const swap = (name: string) => ({
  fresh: join(root, `${name}-fresh`),
  inPlace: join(root, name),
  aside: join(root, `${name}-aside`),
});

test("a rename that fails undoes those before it", () => {
  folder("one", "old");
  folder("one-fresh", "new");
  folder("two", "old");
  expect(() => swapFolders([swap("one"), swap("two")])).toThrow(/ENOENT.*two-fresh/);
  expect(readFileSync(join(root, "one/file"), "utf8")).toBe("old");
  expect(readFileSync(join(root, "two/file"), "utf8")).toBe("old");
  folder("two-fresh", "new");
  swapFolders([swap("one"), swap("two")]);
  expect(readFileSync(join(root, "one/file"), "utf8")).toBe("new");
  expect(readFileSync(join(root, "two/file"), "utf8")).toBe("new");
});
