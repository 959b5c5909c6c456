import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A temporary folder that is gone when its scope ends: `using scratch = createScratchFolder(root)`. */
export interface ScratchFolder extends Disposable {
  readonly path: string;
}

/** Makes an empty folder below `root/.cache`, which git ignores: on the file system of the outputs, so that a rename moves them. */
export const createScratchFolder = (root: string): ScratchFolder => {
  const parent = join(root, ".cache");
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, "generate-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
};
