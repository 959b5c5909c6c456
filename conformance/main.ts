import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MissingProgramError } from "./go.ts";
import { type CaseResult, countOutcome, createTally, formatTally, parseKnownFailures, type Ring } from "./ring.ts";

const here = import.meta.dirname;

const ringNames = async (): Promise<string[]> =>
  (await readdir(join(here, "rings")))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3))
    .sort();

const loadRing = async (name: string): Promise<Ring> => {
  const module: { readonly ring: Ring } = await import(`./rings/${name}.ts`);
  return module.ring;
};

const knownFailuresOf = async (name: string) => {
  const file = join(here, "known-failures", `${name}.txt`);
  return existsSync(file) ? parseKnownFailures(await readFile(file, "utf8"), file) : new Map<string, string>();
};

const messageOf = (error: unknown): string => {
  if (error instanceof MissingProgramError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const printResult = (result: CaseResult): void => {
  const detail = result.detail === undefined ? "" : `: ${result.detail}`;
  console.log(`  ${result.outcome.padEnd(7)} ${result.name}${result.outcome === "passed" ? "" : detail}`);
};

const runRing = async (ring: Ring, options: { readonly quick: boolean; readonly signal: AbortSignal }) => {
  const scratch = await mkdtemp(join(tmpdir(), `crikit-${ring.name}-`));
  const known = await knownFailuresOf(ring.name);
  const tally = createTally(known, printResult);
  const cleanUps: (() => unknown)[] = [() => rm(scratch, { recursive: true, force: true })];
  try {
    await ring.run({
      ...options,
      scratch,
      pass: tally.pass,
      fail: tally.fail,
      skip: tally.skip,
      check: async (name, body) => {
        try {
          await body();
          tally.pass(name);
        } catch (error) {
          tally.fail(name, messageOf(error));
        }
      },
      log: (line) => console.log(`  ${line}`),
      defer: (cleanUp) => cleanUps.push(cleanUp),
    });
  } catch (error) {
    tally.fail(`${ring.name} runs to its end`, messageOf(error));
  }
  for (const cleanUp of cleanUps.reverse()) {
    try {
      await cleanUp();
    } catch (error) {
      tally.fail(`${ring.name} cleans up`, messageOf(error));
    }
  }
  const neverRun = [...known.keys()].filter((name) => !tally.results.some((result) => result.name === name));
  if (!options.quick)
    for (const name of neverRun)
      tally.fail(`${name} (listed)`, "a known failure that no case of this ring is named after");
  if (tally.results.length === 0) tally.fail(`${ring.name} has cases`, "the ring reported no case at all");
  return tally.results;
};

const main = async (): Promise<number> => {
  const names = await ringNames();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: "boolean", default: false }, names: { type: "boolean", default: false } },
  });
  if (values.names) {
    console.log(names.join("\n"));
    return 0;
  }
  if (positionals.length === 0) {
    console.log("usage: npm run conformance -- NAME... [--quick]\n\nrings:");
    for (const name of names) console.log(`  ${name.padEnd(14)} ${(await loadRing(name)).summary}`);
    return 0;
  }
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`no such ring: ${unknown.join(", ")}; there are ${names.join(", ")}`);
    return 2;
  }
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupt.abort());
  const lines: string[] = [];
  let failed = 0;
  for (const name of positionals) {
    const ring = await loadRing(name);
    console.log(`${name}: ${ring.summary}`);
    const results = await runRing(ring, { quick: values.quick, signal: interrupt.signal });
    failed += countOutcome(results, "failed");
    const line = formatTally(name, results);
    lines.push(line);
    const folder = join(here, "..", "test-results");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `ring-${name}.json`), `${JSON.stringify({ name, results }, null, 1)}\n`);
    console.log(line);
  }
  if (lines.length > 1) console.log(`\n${lines.join("\n")}`);
  return failed === 0 ? 0 : 1;
};

process.exit(await main());
