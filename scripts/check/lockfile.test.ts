import { expect, test } from "@jest/globals";
import { findMissingOptional } from "./lockfile.ts";

test("an optional dependency without an entry of its own is named with the package that asks for it", () => {
  const lockfile = {
    packages: {
      "node_modules/nx": { optionalDependencies: { "@nx/nx-linux-x64-gnu": "1.0.0", "@nx/nx-darwin-arm64": "1.0.0" } },
      "node_modules/@nx/nx-linux-x64-gnu": {},
      "node_modules/a/node_modules/ws": { optionalDependencies: { bufferutil: "4" } },
      "node_modules/a/node_modules/bufferutil": {},
    },
  };
  expect(findMissingOptional(lockfile)).toEqual(["@nx/nx-darwin-arm64 (of nx)"]);
});
