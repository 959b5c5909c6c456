import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkExamples, examplesOf } from "./check/examples.ts";
import { findLayerFaults, type SourceFile } from "./check/layers.ts";
import { findMissingOptional } from "./check/lockfile.ts";

// `npm run ok`: the gate people run before they push. Every step runs, whatever the ones before it said.

const root = join(import.meta.dirname, "..");

const runCommand = (file: string, ...args: string[]): string[] => {
  const run = spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, encoding: "utf8" });
  return run.status === 0 ? [] : `${run.stdout}${run.stderr}`.trimEnd().split("\n");
};

const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), "utf8"));

const sourceFiles = (): SourceFile[] =>
  readdirSync(join(root, "packages"), { recursive: true, encoding: "utf8" })
    .map((path) => `packages/${path.replaceAll("\\", "/")}`)
    .filter((path) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !path.includes("/gen/"))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

const markdownFiles = (): string[] =>
  spawnSync("git", ["ls-files", "--", "*.md"], { cwd: root, encoding: "utf8" })
    .stdout.split("\n")
    .filter((path) => path !== "");

const faultsOfExamples = (): string[] =>
  checkExamples(
    root,
    markdownFiles().flatMap((path) => examplesOf(path, readFileSync(join(root, path), "utf8"))),
  );

/** The last lines of a long output: what went wrong stands there. */
const tail = (lines: readonly string[]): string[] => lines.slice(-60);

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const declaredBy = (folder: string): ReadonlySet<string> => {
  const manifest = readJson<Manifest>(`packages/${folder}/package.json`);
  return new Set(
    Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies }),
  );
};

const tsx = (file: string, ...args: string[]): string[] =>
  runCommand("node_modules/tsx/dist/cli.mjs", "--conditions=@crikit/source", join(root, file), ...args);

const steps: readonly (readonly [string, () => string[]])[] = [
  ["generated code is fresh (npm run generate)", () => tsx("scripts/update-generated-runtime.ts", "--check")],
  ["packages and folders keep their order", () => findLayerFaults(sourceFiles(), declaredBy)],
  ["the lockfile holds every platform", () => findMissingOptional(readJson("package-lock.json"))],
  ["Biome finds nothing (npm run format)", () => runCommand("node_modules/@biomejs/biome/bin/biome", "check", ".")],
  [
    "types hold, tests and scripts included",
    () => runCommand("node_modules/typescript/bin/tsc", "-p", "tsconfig.json"),
  ],
  ["the examples in every Markdown file compile", faultsOfExamples],
  ["tests pass (npm test)", () => tail(tsx("scripts/test.ts"))],
];

let failed = 0;
for (const [title, step] of steps) {
  const started = Date.now();
  const faults = step();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${title} (${seconds} s)`);
  for (const fault of faults) console.log(`     ${fault}`);
  if (faults.length > 0) failed += 1;
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
