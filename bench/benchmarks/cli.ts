import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildCrictl } from "../../conformance/cri-tools.ts";
import { type Benchmark, type BenchmarkContext, type Row, rowAgainst, rowAlone } from "../benchmark.ts";

const root = join(import.meta.dirname, "../..");
const main = join(root, "packages/cli/dist/main.js");
const RUNS = 25;

/** One command line, and what to call it. */
interface Subject {
  readonly name: string;
  readonly command: readonly string[];
}

/** How long a command took on the clock, and how much of a processor it used. */
interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** bash's own `time` counts the processor time of its children to the millisecond. */
const measure = ({ name, command }: Subject): Sample => {
  const quoted = command.map((word) => `'${word}'`).join(" ");
  const script = `TIMEFORMAT='%R %U %S'; time ${quoted} >/dev/null 2>&1`;
  const run = spawnSync("bash", ["-c", script], { encoding: "utf8", timeout: 30_000 });
  const [real = Number.NaN, user = Number.NaN, system = Number.NaN] = run.stderr.trim().split(/\s+/).map(Number);
  if (run.status !== 0) throw new Error(`${name} exited ${run.status}: ${command.join(" ")}`);
  return { wallMs: real * 1000, cpuMs: (user + system) * 1000 };
};

/** Every subject once per round, so that what else the machine does falls on all of them alike. */
const measureAll = (context: BenchmarkContext, subjects: readonly Subject[]): ReadonlyMap<string, Sample> => {
  const samples = new Map<string, Sample[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < RUNS && !context.signal.aborted; round += 1)
    for (const subject of subjects) samples.get(subject.name)?.push(measure(subject));
  return new Map(
    [...samples].map(([name, taken]) => [
      name,
      { wallMs: median(taken.map(({ wallMs }) => wallMs)), cpuMs: median(taken.map(({ cpuMs }) => cpuMs)) },
    ]),
  );
};

const startServer = async (context: BenchmarkContext): Promise<string> => {
  const socketPath = join(context.scratch, "cri.sock");
  const child = spawn(process.execPath, [main, "serve", "--listen", `unix://${socketPath}`], { stdio: "ignore" });
  context.defer(() => child.kill("SIGTERM"));
  for (let tries = 0; !existsSync(socketPath); tries += 1) {
    if (child.exitCode !== null || tries > 200) throw new Error("crikit serve did not come up");
    await sleep(50);
  }
  return `unix://${socketPath}`;
};

const build = (): void => {
  const nx = join(root, "node_modules/nx/dist/bin/nx.js");
  const run = spawnSync(process.execPath, [nx, "run", "@crikit/cli:build"], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`the build failed:\n${run.stdout}${run.stderr}`);
};

const rowsOf = (figures: ReadonlyMap<string, Sample>): Row[] => {
  const of = (name: string): Sample => figures.get(name) ?? { wallMs: Number.NaN, cpuMs: Number.NaN };
  return [
    rowAlone({ name: "node -e 0, wall", unit: "ms", ours: of("node").wallMs }),
    rowAlone({ name: "node -e 0, CPU", unit: "ms", ours: of("node").cpuMs }),
    ...(["version", "ps"] as const).flatMap((command): Row[] => [
      rowAgainst({
        name: `${command}, wall`,
        unit: "ms",
        ours: of(command).wallMs,
        peer: of(`crictl ${command}`).wallMs,
        peerName: "crictl 1.36.0",
      }),
      rowAgainst({
        name: `${command}, CPU`,
        unit: "ms",
        ours: of(command).cpuMs,
        peer: of(`crictl ${command}`).cpuMs,
        peerName: "crictl 1.36.0",
      }),
      rowAgainst({
        name: `${command}, CPU beside node's own start`,
        unit: "ms",
        ours: of(command).cpuMs,
        peer: of("node").cpuMs,
        peerName: "node -e 0",
      }),
    ]),
    rowAgainst({
      name: "--version, CPU beside node's own start",
      unit: "ms",
      ours: of("--version").cpuMs,
      peer: of("node").cpuMs,
      peerName: "node -e 0",
    }),
  ];
};

export const benchmark: Benchmark = {
  name: "cli",
  summary: "start of crikit's commands as they are published, beside crictl 1.36.0 (Go) and node itself, in one run",
  run: async (context) => {
    build();
    const crictl = buildCrictl("1.36.0");
    const endpoint = await startServer(context);
    const config = join(context.scratch, "none.yaml");
    spawnSync("touch", [config]);
    const flags = ["--config", config, "--runtime-endpoint", endpoint];
    const figures = measureAll(context, [
      { name: "node", command: [process.execPath, "-e", "0"] },
      { name: "--version", command: [process.execPath, main, "--version"] },
      ...["version", "ps"].flatMap((command) => [
        { name: command, command: [process.execPath, main, ...flags, command] },
        { name: `crictl ${command}`, command: [crictl, ...flags, command] },
      ]),
    ]);
    return rowsOf(figures);
  },
};
