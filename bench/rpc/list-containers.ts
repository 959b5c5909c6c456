import type { BenchmarkContext } from "../benchmark.ts";
import { createEngines, type ListSize, type Measurable } from "./engines.ts";
import type { Measured } from "./load.ts";
import { median } from "./samples.ts";

/** What a comparison of ListContainers asks for beyond the list. */
export interface ListComparison extends ListSize {
  /** Calls in flight at a time. Default: 1. */
  readonly concurrency?: number;
  /** Interleaved rounds; the answer is the medians over them. Default: 3. */
  readonly rounds?: number;
  /** Default: 600. */
  readonly warmUpMs?: number;
  /** Default: 1500. */
  readonly measureMs?: number;
}

const METRICS = ["serverCpuUs", "clientCpuUs", "p50Ms", "p99Ms", "answerBytes", "seconds", "calls"] as const;

const medians = (samples: readonly Measured[]): Measured =>
  Object.fromEntries(METRICS.map((metric) => [metric, median(samples.map((sample) => sample[metric]))])) as {
    readonly [Metric in (typeof METRICS)[number]]: number;
  };

/**
 * Loads `server`, any process that answers CRI, and a grpc-go server that answers ListContainers with `containers` records of 1.16 KB, of
 * which `changing` are others in each answer, with the same grpc-go client in the same rounds. What `server` answers is up to its caller,
 * who can see from `answerBytes` that the lists weigh the same.
 */
export const compareListContainers = async (
  context: Pick<BenchmarkContext, "defer" | "scratch" | "signal">,
  server: Measurable,
  comparison: ListComparison,
): Promise<{ readonly ours: Measured; readonly grpcGo: Measured }> => {
  const { concurrency = 1, rounds = 3, warmUpMs = 600, measureMs = 1500 } = comparison;
  const engines = createEngines(context);
  await using peer = await engines.startServer("grpc-go", comparison);
  await using client = await engines.startClient("grpc-go");
  const job = { workload: "list", concurrency, warmUpMs, measureMs } as const;
  const ours: Measured[] = [];
  const grpcGo: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    context.signal.throwIfAborted();
    ours.push(await client.measure(server, job));
    grpcGo.push(await client.measure(peer, job));
  }
  return { ours: medians(ours), grpcGo: medians(grpcGo) };
};
