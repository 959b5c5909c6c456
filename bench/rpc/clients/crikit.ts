import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import {
  ContainerEventResponse,
  type CriService,
  ListContainersRequest,
  ListContainersResponse,
  VersionResponse,
} from "@crikit/cri-api";
import { connectCri } from "@crikit/cri-api/client";
import type { Failed, Job, Measured } from "../load.ts";
import { Recorder } from "../recorder.ts";

/** A call to repeat; `size` encodes an answer to see how large it is. */
interface Repeated<T> {
  readonly call: () => Promise<T>;
  readonly size: (answer: T) => number;
}

const repeat = async <T>(job: Job, { call, size }: Repeated<T>): Promise<Measured> => {
  const recorder = new Recorder(job);
  const first = await call();
  const work = async (): Promise<void> => {
    for (;;) {
      const start = performance.now();
      await call();
      if (!recorder.ended(start)) return;
    }
  };
  await Promise.all(Array.from({ length: job.concurrency }, work));
  return recorder.measured(size(first));
};

const readEvents = async (client: CriService, goOn: () => boolean) => {
  let count = 0;
  let last: ContainerEventResponse | undefined;
  for await (const event of client.getContainerEvents({})) {
    last = event;
    if (!goOn()) break;
    count += 1;
  }
  return { count, last };
};

/** Reads one event stream to its end, after another that ended with the warm-up. */
const stream = async (job: Job, client: CriService): Promise<Measured> => {
  const warmUp = performance.now() + job.warmUpMs;
  await readEvents(client, () => performance.now() < warmUp);
  await sleep(100);
  const recorder = new Recorder(job);
  recorder.open();
  const { count, last } = await readEvents(client, () => true);
  recorder.close();
  return recorder.measured(last === undefined ? 0 : ContainerEventResponse.encode(last).finish().length, count);
};

const run = async (job: Job): Promise<Measured> => {
  await using client = connectCri(job.address);
  switch (job.workload) {
    case "version":
      return await repeat(job, {
        call: () => client.version({ version: "v1" }),
        size: (answer) => VersionResponse.encode(answer).finish().length,
      });
    case "list":
      return await repeat(job, {
        call: () => client.listContainers(ListContainersRequest.create()),
        size: (answer) => ListContainersResponse.encode(answer).finish().length,
      });
    case "events":
      return await stream(job, client);
    default:
      throw new Error(`no such workload: ${String(job.workload satisfies never)}`);
  }
};

console.log("ready crikit");
for await (const line of createInterface({ input: process.stdin })) {
  const answer: Measured | Failed = await run(JSON.parse(line)).catch((error: unknown) => ({ error: String(error) }));
  console.log(JSON.stringify(answer));
}
process.exit(0);
