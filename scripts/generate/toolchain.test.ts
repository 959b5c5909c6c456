import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { checkProtocVersion } from "./toolchain.ts";

test.each([
  ["libprotoc 36.2", "36.2.0", true],
  ["libprotoc 36.2.1", "36.2.1", true],
  ["libprotoc 3.21.12", "36.2.0", false],
  ["libprotoc 36.20", "36.2.0", false],
  ["some other program", "36.2.0", false],
])("a protoc that says %j is taken for %s: %s", async (said, pinned, taken) => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-protoc-"));
  try {
    const protoc = join(folder, "protoc.cjs");
    writeFileSync(protoc, `console.log(${JSON.stringify(said)});`);
    const checked = checkProtocVersion(protoc, pinned);
    if (taken) await expect(checked).resolves.toBeUndefined();
    else await expect(checked).rejects.toThrow(`protoc says "${said}", package.json pins ${pinned}: run \`npm ci\``);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
