import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { arch, cpus, platform, release, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Benchmark, Row } from "./benchmark.ts";

const here = import.meta.dirname;

const benchmarkNames = async (): Promise<string[]> =>
  (await readdir(join(here, "benchmarks")))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))
    .sort();

const loadBenchmark = async (name: string): Promise<Benchmark> => {
  const module: { readonly benchmark: Benchmark } = await import(`./benchmarks/${name}.ts`);
  return module.benchmark;
};

const figure = (value: number | null): string =>
  value === null
    ? ""
    : Math.abs(value) >= 1000
      ? Math.round(value).toLocaleString("en-US")
      : String(Number(value.toPrecision(3)));

const verdict = (row: Row): string => (row.holds === null ? "" : row.holds ? "yes" : "MISSED");

const cellsOf = (row: Row): string[] => [
  row.name,
  row.unit,
  figure(row.ours),
  figure(row.peer),
  row.peerName ?? "",
  figure(row.ratio),
  row.bar ?? "",
  verdict(row),
];

const HEAD = ["name", "unit", "ours", "peer", "peer is", "ratio", "bar", "holds"];

const textTable = (rows: readonly Row[]): string => {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

const markdownTable = (rows: readonly Row[]): string =>
  [HEAD, HEAD.map(() => "---"), ...rows.map(cellsOf)].map((line) => `| ${line.join(" | ")} |`).join("\n");

const machine = () => `${cpus().length} x ${cpus()[0]?.model ?? "unknown cpu"}, ${platform()} ${release()} ${arch()}`;

/** Puts one benchmark's table into bench/README.md between its markers. */
const save = async (name: string, text: string): Promise<void> => {
  const file = join(here, "README.md");
  const before = existsSync(file) ? await readFile(file, "utf8") : "# Benchmarks\n";
  const begin = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const section = `${begin}\n${text}\n${end}`;
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  const after =
    from < 0 ? `${before.trimEnd()}\n\n${section}\n` : before.slice(0, from) + section + before.slice(to + end.length);
  await writeFile(file, after);
};

const runBenchmark = async (benchmark: Benchmark, signal: AbortSignal): Promise<Row[]> => {
  const scratch = await mkdtemp(join(tmpdir(), `crikit-bench-${benchmark.name}-`));
  const cleanUps: (() => unknown)[] = [() => rm(scratch, { recursive: true, force: true })];
  try {
    return await benchmark.run({
      signal,
      scratch,
      log: (line) => console.log(`  ${line}`),
      defer: (cleanUp) => cleanUps.push(cleanUp),
    });
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
};

const main = async (): Promise<number> => {
  const names = await benchmarkNames();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { save: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) {
    console.log("usage: npm run bench -- NAME... [--save]\n\nbenchmarks:");
    for (const name of names) console.log(`  ${name.padEnd(14)} ${(await loadBenchmark(name)).summary}`);
    return 0;
  }
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`no such benchmark: ${unknown.join(", ")}; there are ${names.join(", ")}`);
    return 2;
  }
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupt.abort());
  await mkdir(join(here, "results"), { recursive: true });
  for (const name of positionals) {
    const benchmark = await loadBenchmark(name);
    console.log(`${name}: ${benchmark.summary}`);
    const rows = await runBenchmark(benchmark, interrupt.signal);
    const date = new Date().toISOString();
    const versions = { node: process.version };
    await writeFile(
      join(here, "results", `${name}.json`),
      `${JSON.stringify({ name, date, machine: machine(), versions, rows }, null, 1)}\n`,
    );
    console.log(textTable(rows));
    if (values.save) {
      const head = `## ${name}\n\n${benchmark.summary}. ${date.slice(0, 10)}, ${machine()}, Node ${process.version}.`;
      await save(name, `${head}\n\n${markdownTable(rows)}`);
    }
  }
  return 0;
};

process.exit(await main());
