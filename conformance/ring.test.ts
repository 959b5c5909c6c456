import { expect, test } from "@jest/globals";
import { type CaseResult, createTally, formatTally, parseKnownFailures } from "./ring.ts";

const tallyOf = (known: Record<string, string>) => {
  const seen: CaseResult[] = [];
  return { ...createTally(new Map(Object.entries(known)), (result) => seen.push(result)), seen };
};

test("a listed failure counts as known, and its unexpected pass fails", () => {
  const tally = tallyOf({ "a spec": "no kernel feature" });
  tally.fail("a spec", "boom");
  tally.pass("a spec");
  tally.pass("another");
  tally.fail("a third", "boom");
  tally.skip("a fourth", "no engine");
  expect(tally.results.map(({ outcome }) => outcome)).toEqual(["known", "failed", "passed", "failed", "skipped"]);
  expect(tally.results[1]?.detail).toContain("remove its line");
  expect(formatTally("mock", tally.results)).toBe("mock: 1 passed, 2 failed (1 known, 1 skipped)");
});

test("a known failure without a reason is refused with its line", () => {
  expect(() => parseKnownFailures("# note\n\nsome spec\n", "known.txt")).toThrow("known.txt:3:");
  expect([...parseKnownFailures("a # b # the reason\n", "known.txt")]).toEqual([["a # b", "the reason"]]);
});
