import { expect, test } from "@jest/globals";
import { toNanos } from "./times.ts";

test.each([
  ["2024-01-01T00:00:00Z", 1_704_067_200_000_000_000n],
  ["2024-01-01T00:00:00.000000001Z", 1_704_067_200_000_000_001n],
  ["2024-01-01T01:00:00.5+01:00", 1_704_067_200_500_000_000n],
  ["0001-01-01T00:00:00Z", 0n],
  ["", 0n],
  [undefined, 0n],
  ["yesterday", 0n],
])("%p is %p", (text, nanos) => {
  expect(toNanos(text)).toBe(nanos);
});
