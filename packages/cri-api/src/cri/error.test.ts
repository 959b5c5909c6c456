import { expect, test } from "@jest/globals";
import { CriError, isCriError } from "./error.ts";

test("a CriError is recognised by its code, and what only looks like one is not", () => {
  expect(isCriError(new CriError("NotFound", 'container "a" does not exist'))).toBe(true);
  expect(isCriError(new CriError("NotFound", "x"), "Internal")).toBe(false);
  expect(isCriError(new Error("NotFound"))).toBe(false);
  expect(isCriError(Object.assign(new Error("x"), { name: "CriError", code: "Teapot" }))).toBe(false);
});
