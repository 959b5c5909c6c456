import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

// `npm test`: every package's tests by nx (a package that did not change is not run again), then the scripts' own. The last line sums them.

const root = join(import.meta.dirname, "..");

interface Counts {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const runNode = (args: readonly string[], cwd: string): number =>
  spawnSync(process.execPath, args, { cwd, stdio: "inherit" }).status ?? 1;

const countsFile = (folder: string): string => join(root, folder, "test-results", "counts.json");

/** A folder whose tests left no counts did not run to their end. */
const countsOf = (folder: string): Counts => {
  const file = countsFile(folder);
  if (!existsSync(file)) return { name: folder, passed: 0, failed: 1, skipped: 0 };
  const counts: Counts = JSON.parse(readFileSync(file, "utf8"));
  return counts;
};

const packages = readdirSync(join(root, "packages"))
  .map((name) => `packages/${name}`)
  .filter((folder) => existsSync(join(root, folder, "jest.config.js")));
const folders = [...packages, "scripts"];
for (const folder of folders) rmSync(countsFile(folder), { force: true });

const nx = runNode(
  [join(root, "node_modules/nx/dist/bin/nx.js"), "run-many", "-t", "test", "--outputStyle=stream"],
  root,
);
const jest = [
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  join(root, "node_modules/jest/bin/jest.js"),
];
const scripts = runNode([...jest, "--config", join(root, "scripts/jest.config.js")], root);

const all = folders.map(countsOf);
console.log();
for (const counts of all)
  console.log(`${counts.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
const sum = (pick: (counts: Counts) => number): number => all.reduce((total, counts) => total + pick(counts), 0);
console.log(`${sum((c) => c.passed)} passed, ${sum((c) => c.failed)} failed`);
process.exit(nx === 0 && scripts === 0 && sum((c) => c.failed) === 0 ? 0 : 1);
