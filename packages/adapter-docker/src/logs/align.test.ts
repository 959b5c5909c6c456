import { expect, test } from "@jest/globals";
import { countWrittenBytes, resumeSince } from "./align.ts";
import type { TailLine } from "./log-tail.ts";

const line = (text: string, timeNanos: number, isPartial = false): TailLine => ({
  timeNanos: BigInt(timeNanos),
  stream: "stdout",
  isPartial,
  text: Buffer.from(text),
});

const count = (file: readonly TailLine[], stored: readonly TailLine[]): number =>
  countWrittenBytes(file, stored, "stdout");

test("what the file ends with is found in the store, whatever the times", () => {
  const stored = [line("b", 19), line("c", 29), line("d", 39)];
  expect(count([line("a", 10), line("b", 20), line("c", 30)], stored)).toBe(4);
});

test("a store that begins before the file is found too", () => {
  const stored = [line("x", 1), line("y", 2), line("a", 9), line("b", 19), line("c", 29)];
  expect(count([line("a", 10), line("b", 20)], stored)).toBe(8);
});

test("lines that repeat are told apart by their times", () => {
  const file = [10, 20, 30, 40].map((time) => line("tick", time));
  expect(count(file, [line("tick", 29), line("tick", 39), line("tick", 49)])).toBe(10);
});

test("the same bytes cut at other places are the same", () => {
  const file = [line("aaaa", 10, true), line("bbbb", 10), line("c", 20)];
  expect(count(file, [line("aaaabbbb", 9), line("c", 19), line("d", 29)])).toBe(11);
});

test("a line that a closed writer ended early goes on where it stopped", () => {
  expect(count([line("a", 10), line("par", 20)], [line("a", 9), line("partial", 19)])).toBe(5);
});

test("what cannot be found is decided by time: nothing twice", () => {
  expect(count([line("p", 10), line("q", 20)], [line("r", 15), line("s", 25)])).toBe(2);
  expect(count([], [line("r", 15)])).toBe(0);
});

test("more of the file than the store has given yet is left out when it comes", () => {
  expect(count([line("a", 10), line("b", 20), line("c", 30)], [line("a", 9)])).toBe(6);
});

test("the store is read from where the file surely overlaps it", () => {
  const lines = [line("a", 1_000), line("b", 2_000)];
  expect(resumeSince({ lines, isWhole: true }, 500n)).toBe(1_500n);
  expect(resumeSince({ lines, isWhole: false }, 5_000n)).toBe(1_500n);
  expect(resumeSince({ lines: [], isWhole: true }, 500n)).toBe(0n);
});
