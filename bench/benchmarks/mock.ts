import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Benchmark, type BenchmarkContext, type Row, rowAgainst, rowAlone } from "../benchmark.ts";
import { bundle } from "../bundle.ts";
import type { Scale } from "../mock/scale.ts";
import { createEngines, type LoadClient, type Measurable } from "../rpc/engines.ts";
import { startProgram } from "../rpc/program.ts";
import { median } from "../rpc/samples.ts";

const SIZES = [100, 1_000, 10_000] as const;
const ROUNDS = 3;
const SCALE_MS = 180_000;
const LINEAR = "<= 1.3";

const measureScale = (
  context: BenchmarkContext,
  programs: { readonly scale: string; readonly reader: string },
  pods: number,
): Scale => {
  const folder = join(context.scratch, `scale-${pods}`);
  mkdirSync(folder, { recursive: true });
  const run = spawnSync(
    process.execPath,
    ["--expose-gc", programs.scale, "--pods", String(pods), "--folder", folder, "--reader", programs.reader],
    {
      encoding: "utf8",
      timeout: SCALE_MS,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  rmSync(folder, { recursive: true, force: true });
  if (run.status !== 0) throw new Error(`${pods} pods: the program ended with ${run.status ?? run.signal}`);
  const scale: Scale = JSON.parse(run.stdout);
  context.log(
    `${pods} pods: ${Math.round(scale.podsPerSecond)} pods/s, list ${scale.list.p50Ms.toFixed(2)} ms, stats ${scale.stats.p50Ms.toFixed(2)} ms, ` +
      `${Math.round(scale.event.p50Ms * 1000)} us/event, ${Math.round(scale.bytesPerContainer)} bytes/container`,
  );
  return scale;
};

const sizeRows = (scale: Scale): Row[] => {
  const of = `${scale.pods.toLocaleString("en-US")} pods`;
  return [
    rowAlone({ name: `${of} of 3 containers run`, unit: "pods/s", ours: scale.podsPerSecond }),
    rowAlone({ name: `${of}: StreamContainers over the socket, p50`, unit: "ms", ours: scale.list.p50Ms }),
    rowAlone({ name: `${of}: StreamContainerStats over the socket, p50`, unit: "ms", ours: scale.stats.p50Ms }),
    rowAlone({
      name: `${of}: an event, from the change to its subscriber`,
      unit: "us",
      ours: scale.event.p50Ms * 1000,
    }),
    rowAlone({
      name: `${of}: memory per idle container`,
      unit: "bytes",
      ours: scale.bytesPerContainer,
      bar: "<= 4096",
    }),
  ];
};

/** How much more processor time than ten times as much ten times as many take. */
const decadeRows = (small: Scale, large: Scale): Row[] => {
  const step = `from ${small.pods.toLocaleString("en-US")} to ${large.pods.toLocaleString("en-US")} pods`;
  const factor = large.pods / small.pods;
  const row = (name: string, ours: number): Row => rowAlone({ name: `${name} ${step}`, unit: "x", ours, bar: LINEAR });
  return [
    row("StreamContainers: growth of server CPU per container", large.list.cpuMs / small.list.cpuMs / factor),
    row("StreamContainerStats: growth of server CPU per container", large.stats.cpuMs / small.stats.cpuMs / factor),
    row("a pod's event: growth of server CPU", large.event.cpuMs / small.event.cpuMs),
  ];
};

const serverCpu = async (client: LoadClient, server: Measurable): Promise<number> => {
  const job = { workload: "list", concurrency: 1, warmUpMs: 600, measureMs: 1500 } as const;
  return (await client.measure(server, job)).serverCpuUs;
};

/** ListContainers of 1,000 containers from a mock that runs them and from grpc-go that has a list of them, in turns. */
const measureList = async (context: BenchmarkContext, changing: number): Promise<Row> => {
  const engines = createEngines(context);
  const program = await bundle(context, join(import.meta.dirname, "..", "mock", "server.ts"));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const socket = join(context.scratch, `mock-${changing}-${round}.sock`);
    const args = ["--socket", socket, "--containers", "1000", "--changing", String(changing)];
    await using mock = await startProgram(process.execPath, [program, ...args]);
    await using go = await engines.startServer("grpc-go", { containers: 1000, changing });
    await using client = await engines.startClient("grpc-go");
    ours.push(await serverCpu(client, { address: `unix://${socket}`, pid: mock.pid }));
    theirs.push(await serverCpu(client, go));
  }
  const row = rowAgainst({
    name: `ListContainers(1,000${changing === 0 ? "" : `, ${changing} change`}) c1: server CPU`,
    unit: "us/call",
    ours: median(ours),
    peer: median(theirs),
    peerName: "grpc-go",
    bar: "<= 0.75",
  });
  context.log(`${row.name}: ${Math.round(row.ours)} us, grpc-go ${Math.round(row.peer ?? 0)} us`);
  return row;
};

export const benchmark: Benchmark = {
  name: "mock",
  summary:
    "the mock runtime at 100, 1,000 and 10,000 pods of 3 containers: lists, stats, events, memory; its list against grpc-go's",
  run: async (context) => {
    const build = (name: string) => bundle(context, join(import.meta.dirname, "..", "mock", name));
    const programs = { scale: await build("scale.ts"), reader: await build("reader.ts") };
    const scales = SIZES.map((pods) => measureScale(context, programs, pods));
    const decades = scales.flatMap((scale, index) => {
      const smaller = scales[index - 1];
      return smaller === undefined ? [] : decadeRows(smaller, scale);
    });
    return [await measureList(context, 0), await measureList(context, 10), ...decades, ...scales.flatMap(sizeRows)];
  },
};
