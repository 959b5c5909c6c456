import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { loadPodConfig } from "./cri-config.ts";

test.each([
  ["pod.json", "JSON"],
  ["pod.yaml", "JSON or YAML"],
])("what cannot be parsed in %s is named by its place, in the file's own language", async (name, language) => {
  const folder = await mkdtemp(join(tmpdir(), "crikit-config-"));
  try {
    const path = join(folder, name);
    await writeFile(path, '{"metadata": {');
    await expect(loadPodConfig(path)).rejects.toThrow(`config ${path}:1:15 is not ${language}: `);
  } finally {
    await rm(folder, { recursive: true });
  }
});
