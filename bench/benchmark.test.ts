import { expect, test } from "@jest/globals";
import { holdsBar, rowAgainst, rowAlone } from "./benchmark.ts";

test.each([
  [1.7, ">= 1.7", true],
  [1.69, ">= 1.7", false],
  [0.5, "<= 0.5", true],
  [0.51, "<= 0.5", false],
  [1, null, null],
])("%d against %s: %s", (value, bar, holds) => {
  expect(holdsBar(value, bar)).toBe(holds);
});

test("a bar that cannot be read is an error, not a bar that holds", () => {
  expect(() => holdsBar(1, "about 2")).toThrow("about 2");
});

test("a row's bar judges the ratio where there is a peer, the figure where there is none", () => {
  expect(rowAgainst({ name: "rate", unit: "1/s", ours: 30, peer: 10, peerName: "go", bar: ">= 2" })).toMatchObject({
    ratio: 3,
    holds: true,
  });
  expect(rowAlone({ name: "memory", unit: "MB", ours: 41, bar: "<= 40" })).toMatchObject({
    ratio: null,
    peer: null,
    holds: false,
  });
});
