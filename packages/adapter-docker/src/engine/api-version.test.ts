import { expect, test } from "@jest/globals";
import { isApiAtLeast, NEWEST_API_VERSION, negotiateApiVersion } from "./api-version.ts";

test("the newest version that both speak is picked", () => {
  expect(negotiateApiVersion({ newest: "1.41", oldest: "1.12" })).toBe("1.41");
  expect(negotiateApiVersion({ newest: "1.99", oldest: "1.44" })).toBe(NEWEST_API_VERSION);
});

test("versions are compared as numbers", () => {
  expect(isApiAtLeast("1.100", "1.44")).toBe(true);
  expect(isApiAtLeast("1.9", "1.41")).toBe(false);
});

test.each([
  [{ newest: "1.40" }, /1.41 .* or newer is needed/],
  [{ newest: "1.99", oldest: "1.90" }, /no API older than 1.90/],
  [{ newest: "" }, /is not 1.N/],
])("%p is refused in one clear line", (engine, text) => {
  expect(() => negotiateApiVersion(engine)).toThrow(text);
});
