import { expect, test } from "@jest/globals";
import { evaluateArithmetic } from "./arithmetic.ts";

const evaluate = (text: string, variables: Map<string, string> = new Map()): string =>
  evaluateArithmetic(text, {
    get: (name) => variables.get(name),
    set: (name, value) => void variables.set(name, value),
  });

test.each([
  ["1 + 2 * 3", "7"],
  ["(1 + 2) * 3", "9"],
  ["10 / 3 + 10 % 3", "4"],
  ["-7 / 2", "-3"],
  ["1 << 4 | 1", "17"],
  ["3 > 2 && 2 > 3 || 1", "1"],
  ["1 ? 2 : 3 ? 4 : 5", "2"],
  ["!0 + ~0", "0"],
  ["9223372036854775807 + 1", "-9223372036854775808"],
  ["0x10", "16"],
  ["unset", "0"],
  ["", "0"],
])("%s is %s", (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test("assignments change variables and are values", () => {
  const variables = new Map([["x", "5"]]);
  expect(evaluate("y = x++ + 1", variables)).toBe("6");
  expect(evaluate("y += x", variables)).toBe("12");
  expect(Object.fromEntries(variables)).toEqual({ x: "6", y: "12" });
});

test.each(["1 +", "(1", "1 / 0", "2 2", "1 ? 2"])("%s is an error", (text) => {
  expect(() => evaluate(text)).toThrow("arithmetic: ");
});
