import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import type { BenchmarkContext } from "./benchmark.ts";

const root = join(import.meta.dirname, "..");

const foreignStaysOutside: Plugin = {
  name: "foreign-stays-outside",
  setup: (setup) => {
    setup.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith("@crikit/") ? null : { path, external: true },
    );
  },
};

/**
 * Makes one JavaScript file of a TypeScript program and our packages' sources, and returns its path: what a benchmark measures must run as
 * published, and `tsx` adds calls of its own (`keepNames`) to the hot path. Foreign packages stay outside. Removed when the benchmark ends.
 */
export const bundle = async (context: Pick<BenchmarkContext, "defer">, entry: string): Promise<string> => {
  const folder = join(root, ".cache", "bench");
  await mkdir(folder, { recursive: true });
  const name = relative(import.meta.dirname, entry)
    .replace(/\.ts$/, "")
    .replaceAll(/[\\/]/g, "-");
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  context.defer(() => rm(outfile, { force: true }));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    conditions: ["@crikit/source"],
    plugins: [foreignStaysOutside],
    logLevel: "warning",
  });
  return outfile;
};
