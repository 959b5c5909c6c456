import { type GenerateOptions, generate } from "./generate.ts";

const usage = `usage: npm run generate [-- --check]

Generates TypeScript, descriptors and fingerprints from every .proto file below proto/.

  --check   change nothing; list the generated files that are not what the protos say, and exit 1 if there are any
  --help    print this`;

/** Where the command writes its lines. */
export interface Lines {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

const found = { changed: "differs", missing: "is missing", stray: "is generated from nothing" };
const done = { changed: "written", missing: "added", stray: "removed" };

/** `npm run generate`: returns the exit code (0 done, 1 failed or stale, 2 wrong arguments). */
export const runGenerate = async (
  args: readonly string[],
  options: Omit<GenerateOptions, "mode" | "onWarning"> & { readonly lines: Lines },
): Promise<number> => {
  const { lines, ...rest } = options;
  const unknown = args.find((argument) => argument !== "--check" && argument !== "--help" && argument !== "-h");
  if (unknown !== undefined) {
    lines.error(`generate: unknown argument "${unknown}"\n\n${usage}`);
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    lines.out(usage);
    return 0;
  }
  const mode = args.includes("--check") ? "check" : "write";
  try {
    const differences = await generate({ ...rest, mode, onWarning: lines.error });
    if (differences.length === 0) lines.out("generated code is what the protos say");
    else if (mode === "write") for (const { kind, file } of differences) lines.out(`${file} ${done[kind]}`);
    else {
      for (const { kind, file } of differences) lines.error(`${file} ${found[kind]}`);
      lines.error("generate: run `npm run generate` and commit what it writes");
    }
    return mode === "check" && differences.length > 0 ? 1 : 0;
  } catch (error) {
    lines.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
};
