import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readLogTail } from "./log-tail.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "crikit-tail-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("whole lines are read, and a torn one at the end is cut off the file", async () => {
  const path = join(folder, "a.log");
  const whole = "2024-01-01T00:00:00.5Z stdout F one\n2024-01-01T00:00:01Z stderr P two\n";
  writeFileSync(path, `${whole}2024-01-01T00:00:02Z std`);
  const { lines, isWhole } = await readLogTail(path);
  expect(isWhole).toBe(true);
  expect(lines.map((line) => `${line.stream} ${line.isPartial} ${line.text}`)).toEqual([
    "stdout false one",
    "stderr true two",
  ]);
  expect(lines[0]?.timeNanos).toBe(1_704_067_200_500_000_000n);
  expect(readFileSync(path, "utf8")).toBe(whole);
});

test("of a long file only the end is read, from the beginning of a line", async () => {
  const path = join(folder, "b.log");
  const one = `2024-01-01T00:00:00Z stdout F ${"x".repeat(1000)}\n`;
  writeFileSync(path, one.repeat(2_000));
  const { lines, isWhole } = await readLogTail(path);
  expect(isWhole).toBe(false);
  expect(lines.length).toBeGreaterThan(900);
  expect(lines.every((line) => line.text.length === 1000)).toBe(true);
});

test("a file that is not there has no lines", async () => {
  expect(await readLogTail(join(folder, "none"))).toEqual({ lines: [], isWhole: true });
});
