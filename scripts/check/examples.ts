import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One `ts` block of a Markdown file. */
export interface Example {
  /** The Markdown file it stands in. */
  readonly path: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
}

/** Every fenced `ts` block of a Markdown text. A block that is told not to be compiled is fenced as `ts ignore`. */
export const examplesOf = (path: string, markdown: string): Example[] =>
  [...markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
    path,
    line: markdown.slice(0, match.index).split("\n").length + 1,
    code: match[1] ?? "",
  }));

/** Where line `line` of the file made from an example stands in its Markdown file. */
const placeOf = (example: Example, line: number): string => `${example.path}:${example.line + line - 1}`;

/** Type-checks examples as modules of this repository and returns the compiler's words, each at its place in the Markdown. */
export const checkExamples = (root: string, examples: readonly Example[]): string[] => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache", "examples-"));
  try {
    for (const [index, { code }] of examples.entries())
      writeFileSync(join(folder, `example-${index}.mts`), `${code}\nexport {};\n`);
    const config = {
      extends: "../../tsconfig.json",
      include: ["*.mts", "../../packages/*/src/*.d.ts"],
      compilerOptions: { types: ["node", "jest"], noUnusedLocals: false },
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const run = spawnSync(
      process.execPath,
      [join(root, "node_modules/typescript/bin/tsc"), "--pretty", "false", "-p", folder],
      {
        encoding: "utf8",
      },
    );
    if (run.status === 0) return [];
    return run.stdout
      .trimEnd()
      .split("\n")
      .map((line) =>
        line.replace(/^.*example-(\d+)\.mts\((\d+),\d+\)/, (whole, index: string, at: string) => {
          const example = examples[Number(index)];
          return example === undefined ? whole : placeOf(example, Number(at));
        }),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
