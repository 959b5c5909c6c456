import type { CriService } from "@crikit/cri-api";
import { CRI_CALLS } from "./calls.ts";
import { type Outcome, withObserver } from "./observed.ts";

/** Counts of one call. */
interface Counts {
  inFlight: number;
  messages: number;
  readonly ended: Map<Outcome, number>;
  readonly buckets: number[];
  count: number;
  sumSeconds: number;
}

/** What calls did, counted since the start. */
export interface CriMetrics {
  /** The counts in Prometheus' text format, version 0.0.4; calls that were never made are left out. */
  text(): string;
}

/** What {@link createCriMetrics} can be told. */
export interface CriMetricsOptions {
  /** Upper bounds of the latency histogram in seconds, ascending. Default 1 ms to 60 s. */
  readonly bucketsSeconds?: readonly number[];
  /** The time in milliseconds. Default: the monotonic clock. */
  readonly nowMs?: () => number;
  /** What all names begin with. Default `crikit_cri`. */
  readonly prefix?: string;
}

const DEFAULT_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

interface Recorder extends CriMetrics {
  readonly nowMs: () => number;
  readonly counts: Map<string, Counts>;
  readonly bounds: readonly number[];
}

const RECORDERS = new WeakMap<CriMetrics, Recorder>();

const formatFamily = (
  name: string,
  family: { readonly type: string; readonly help: string },
  samples: readonly string[],
): string => [`# HELP ${name} ${family.help}`, `# TYPE ${name} ${family.type}`, ...samples].join("\n");

const formatHistogram = (name: string, call: string, counts: Counts, bounds: readonly number[]): string[] => {
  let below = 0;
  const buckets = bounds.map((bound, index) => {
    below += counts.buckets[index] ?? 0;
    return `${name}_bucket{call="${call}",le="${bound}"} ${below}`;
  });
  return [
    ...buckets,
    `${name}_bucket{call="${call}",le="+Inf"} ${counts.count}`,
    `${name}_sum{call="${call}"} ${counts.sumSeconds}`,
    `${name}_count{call="${call}"} ${counts.count}`,
  ];
};

const formatMetrics = (recorder: Pick<Recorder, "counts" | "bounds">, prefix: string): string => {
  const calls = CRI_CALLS.map(({ name }) => name).filter((name) => recorder.counts.has(name));
  const each = (samples: (call: string, counts: Counts) => readonly string[]): string[] =>
    calls.flatMap((call) => samples(call, recorder.counts.get(call) ?? createCounts(recorder.bounds)));
  const families = [
    formatFamily(
      `${prefix}_calls_total`,
      { type: "counter", help: "Calls that have ended, by how." },
      each((call, { ended }) =>
        [...ended].map(([code, count]) => `${prefix}_calls_total{call="${call}",code="${code}"} ${count}`),
      ),
    ),
    formatFamily(
      `${prefix}_call_errors_total`,
      { type: "counter", help: "Calls that have failed, by code." },
      each((call, { ended }) =>
        [...ended]
          .filter(([code]) => code !== "OK")
          .map(([code, count]) => `${prefix}_call_errors_total{call="${call}",code="${code}"} ${count}`),
      ),
    ),
    formatFamily(
      `${prefix}_call_duration_seconds`,
      { type: "histogram", help: "How long calls took, streams to their end." },
      each((call, counts) => formatHistogram(`${prefix}_call_duration_seconds`, call, counts, recorder.bounds)),
    ),
    formatFamily(
      `${prefix}_calls_in_flight`,
      { type: "gauge", help: "Calls that have begun and not ended." },
      each((call, { inFlight }) => [`${prefix}_calls_in_flight{call="${call}"} ${inFlight}`]),
    ),
    formatFamily(
      `${prefix}_stream_messages_total`,
      { type: "counter", help: "Messages sent by server streams." },
      each((call, { messages }) =>
        messages === 0 ? [] : [`${prefix}_stream_messages_total{call="${call}"} ${messages}`],
      ),
    ),
  ];
  return `${families.join("\n")}\n`;
};

const createCounts = (bounds: readonly number[]): Counts => ({
  inFlight: 0,
  messages: 0,
  ended: new Map(),
  buckets: new Array<number>(bounds.length).fill(0),
  count: 0,
  sumSeconds: 0,
});

/** Counts for one or more services; see {@link withMetrics}. The README lists the names. */
export const createCriMetrics = (options: CriMetricsOptions = {}): CriMetrics => {
  const counts = new Map<string, Counts>();
  const bounds = options.bucketsSeconds ?? DEFAULT_BUCKETS;
  const recorder: Recorder = {
    nowMs: options.nowMs ?? (() => performance.now()),
    counts,
    bounds,
    text: () => formatMetrics({ counts, bounds }, options.prefix ?? "crikit_cri"),
  };
  const metrics: CriMetrics = { text: recorder.text };
  RECORDERS.set(metrics, recorder);
  return metrics;
};

const countsOf = (recorder: Recorder, call: string): Counts => {
  let counts = recorder.counts.get(call);
  if (counts === undefined) {
    counts = createCounts(recorder.bounds);
    recorder.counts.set(call, counts);
  }
  return counts;
};

/** A service whose calls are counted: the job of the kubelet's instrumentedRuntimeService. `metrics` comes from {@link createCriMetrics}. */
export const withMetrics = (service: CriService, metrics: CriMetrics): CriService => {
  const recorder = RECORDERS.get(metrics);
  if (recorder === undefined) throw new TypeError("withMetrics takes what createCriMetrics has made");
  return withObserver(service, (call) => {
    const counts = countsOf(recorder, call.name);
    const startedAtMs = recorder.nowMs();
    counts.inFlight++;
    return {
      message: () => {
        counts.messages++;
      },
      ended: (outcome) => {
        const seconds = (recorder.nowMs() - startedAtMs) / 1000;
        const bucket = recorder.bounds.findIndex((bound) => seconds <= bound);
        if (bucket >= 0) counts.buckets[bucket] = (counts.buckets[bucket] ?? 0) + 1;
        counts.inFlight--;
        counts.count++;
        counts.sumSeconds += seconds;
        counts.ended.set(outcome, (counts.ended.get(outcome) ?? 0) + 1);
      },
    };
  });
};
