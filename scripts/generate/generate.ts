import { join } from "node:path";
import { compareFolders, type Difference, swapFolders } from "./folders.ts";
import { type Output, outputs } from "./outputs.ts";
import { render } from "./render.ts";
import { createScratchFolder } from "./scratch-folder.ts";
import { findToolchain, type Toolchain } from "./toolchain.ts";

/** Where and how to generate. */
export interface GenerateOptions {
  /** The repository, or a copy of its `proto` folder and package.json. */
  readonly root: string;
  /** `write` puts what differs in its place, `check` leaves everything as it is. */
  readonly mode: "write" | "check";
  /** Default: the table in `outputs.ts`. */
  readonly outputs?: readonly Output[];
  /** Default: what the root's package.json pins and `npm ci` installed. */
  readonly toolchain?: Toolchain;
  /** Stops protoc and leaves the output as it was. */
  readonly signal?: AbortSignal;
  /** What protoc warns of, a text of one or more lines. */
  readonly onWarning?: (text: string) => void;
}

/**
 * Generates everything into a temporary folder and returns how what is in place differs from it, with paths relative to the root. The
 * temporary folder is gone when the promise settles, however it does; on an error nothing in place has changed.
 */
export const generate = async (options: GenerateOptions): Promise<Difference[]> => {
  const { root, mode, signal } = options;
  const toolchain = options.toolchain ?? (await findToolchain(root, signal));
  using scratch = createScratchFolder(root);
  const rendered = (options.outputs ?? outputs).map((output, index) => ({
    output,
    fresh: join(scratch.path, `fresh-${index}`),
    inPlace: join(root, output.generated),
    aside: join(scratch.path, `aside-${index}`),
  }));
  const { onWarning } = options;
  for (const { output, fresh } of rendered)
    await render({ root, output, toolchain, into: fresh, signal, ...(onWarning && { onWarning }) });
  const compared = rendered.map((folder) => ({ ...folder, differences: compareFolders(folder.fresh, folder.inPlace) }));
  signal?.throwIfAborted();
  // A folder that is as it should be stays untouched, times and all, so that nothing that watches it wakes.
  if (mode === "write") swapFolders(compared.filter(({ differences }) => differences.length > 0));
  return compared.flatMap(({ output, differences }) =>
    differences.map(({ kind, file }) => ({ kind, file: `${output.generated}/${file}` })),
  );
};
