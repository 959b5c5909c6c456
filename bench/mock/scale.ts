import { join } from "node:path";
import { parseArgs } from "node:util";
import { createMockRuntime } from "@crikit/adapter-mock";
import { serveCri } from "@crikit/cri-api/server";
import { createCriService } from "@crikit/cri-runtime";
import { startProgram } from "../rpc/program.ts";
import { pullBenchImage, runBenchPod } from "./pods.ts";

/** What one size was measured with, as JSON on standard output. */
export interface Scale {
  readonly pods: number;
  readonly containers: number;
  readonly podsPerSecond: number;
  readonly bytesPerContainer: number;
  readonly list: Timed;
  readonly stats: Timed;
  readonly event: Timed;
}

/** What a call takes: the middle latency as its client sees it, and the server's processor time, which other programs do not change. */
export interface Timed {
  readonly p50Ms: number;
  readonly cpuMs: number;
}

const CONTAINERS_PER_POD = 3;
const WARM_UP_PODS = 100;
const EVENT_PODS = 60;
/** Two of the pod sandbox, two of each container. */
const EVENTS_PER_POD = 2 + 2 * CONTAINERS_PER_POD;

const { values } = parseArgs({
  options: {
    pods: { type: "string", default: "100" },
    folder: { type: "string", default: "" },
    reader: { type: "string", default: "" },
  },
});
const pods = Number(values.pods);
const logDirectory = join(values.folder, "logs");

const noUrl = async (): Promise<never> => {
  throw new Error("the benchmark opens no sessions");
};

/** Bytes of the heap, and beside it, that are in use once nothing can be collected any more. */
const usedBytes = async (): Promise<number> => {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Times a call again and again; `part` is how many things of interest one call is. */
const timed = async (times: number, call: (turn: number) => Promise<unknown>, part = 1): Promise<Timed> => {
  const durations: number[] = [];
  const cpu: number[] = [];
  for (let turn = 0; turn < times + 2; turn++) {
    const begun = performance.now();
    const used = cpuMs();
    await call(turn);
    durations.push((performance.now() - begun) / part);
    cpu.push((cpuMs() - used) / part);
  }
  return { p50Ms: median(durations.slice(2)), cpuMs: median(cpu.slice(2)) };
};

const runtime = createMockRuntime({ recordedCalls: 10 });
const service = createCriService(runtime, { exec: noUrl, attach: noUrl, portForward: noUrl });
await pullBenchImage(service);
const add = (number: number) => runBenchPod(service, { number, containers: CONTAINERS_PER_POD, logDirectory });

for (let number = 0; number < WARM_UP_PODS; number++) await add(1_000_000 + number);
const { items } = await service.listPodSandbox({ filter: undefined });
for (const { id } of items) await service.removePodSandbox({ podSandboxId: id });

const before = await usedBytes();
const begun = performance.now();
for (let number = 0; number < pods; number++) await add(number);
const seconds = (performance.now() - begun) / 1000;
const bytesPerContainer = ((await usedBytes()) - before) / (pods * CONTAINERS_PER_POD);

const address = `unix://${join(values.folder, "cri.sock")}`;
const server = await serveCri(service, address);
/** The client in a process of its own, so that what it decodes is no burden of the server's heap. */
const reader = await startProgram(process.execPath, [values.reader, address]);
const READ_MS = 120_000;
const times = pods >= 10_000 ? 9 : 25;
const list = await timed(times, () => reader.ask("list", READ_MS));
const stats = await timed(times, () => reader.ask("stats", READ_MS));

/** What an event costs, from the change of a pod to its subscriber, while all those pods are there. */
const measureEvents = async (): Promise<Timed> => {
  await reader.ask("subscribe", READ_MS);
  const lifetime = async (turn: number): Promise<void> => {
    await add(2_000_000 + turn);
    await reader.ask(`seen ${(turn + 1) * EVENTS_PER_POD}`, READ_MS);
  };
  return await timed(EVENT_PODS, lifetime, EVENTS_PER_POD);
};

const event = await measureEvents();
const scale: Scale = {
  pods,
  containers: pods * CONTAINERS_PER_POD,
  podsPerSecond: pods / seconds,
  bytesPerContainer,
  list,
  stats,
  event,
};
console.log(JSON.stringify(scale));
await reader[Symbol.asyncDispose]();
await server[Symbol.asyncDispose]();
await runtime.close();
process.exit(0);
