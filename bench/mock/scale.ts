import { join } from "node:path";
import { parseArgs } from "node:util";
import { createMockRuntime } from "@crikit/adapter-mock";
import { connectCri } from "@crikit/cri-api/client";
import { serveCri } from "@crikit/cri-api/server";
import { createCriService } from "@crikit/cri-runtime";
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

/** What a call takes, client and server in one process: the middle latency, and processor time, which other programs do not change. */
export interface Timed {
  readonly p50Ms: number;
  readonly cpuMs: number;
}

const CONTAINERS_PER_POD = 3;
const WARM_UP_PODS = 100;
const EVENT_PODS = 60;

const { values } = parseArgs({
  options: { pods: { type: "string", default: "100" }, folder: { type: "string", default: "" } },
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
const client = await connectCri(address, {});
const times = pods >= 10_000 ? 9 : 25;
/** Reads a streaming list to its end: the unary one of 30,000 containers is larger than the 16 MiB that a message may have. */
const readAll = async (chunks: AsyncIterable<unknown>): Promise<void> => {
  for await (const _chunk of chunks);
};
const list = await timed(times, () => readAll(client.streamContainers({ filter: undefined })));
const stats = await timed(times, () => readAll(client.streamContainerStats({ filter: undefined })));

/** What an event costs, from the change of a pod to its subscriber, while all those pods are there. */
const measureEvents = async (): Promise<Timed> => {
  const stop = new AbortController();
  const events = client.getContainerEvents({}, { signal: stop.signal })[Symbol.asyncIterator]();
  // The stream begins with the first read of it; the server has to have it before the first event happens.
  const first = events.next();
  await client.version({ version: "" });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await add(2_000_000);
  await first;
  const lifetime = async (turn: number): Promise<void> => {
    const last = (await add(2_000_001 + turn)).at(-1);
    for (let count = 0; count < 2; ) {
      const { value } = await events.next();
      if (value?.containerId === last) count++;
    }
  };
  // Two events of the pod sandbox, two of each container.
  const result = await timed(EVENT_PODS, lifetime, 2 + 2 * CONTAINERS_PER_POD);
  stop.abort();
  await events.next().catch(() => undefined);
  return result;
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
await client[Symbol.asyncDispose]();
await server[Symbol.asyncDispose]();
await runtime.close();
process.exit(0);
