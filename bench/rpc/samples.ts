import type { ClientName, ServerName } from "./engines.ts";
import type { Measured } from "./load.ts";

/** Who was measured doing what. */
export interface SampleKey {
  /** A cell's title. */
  readonly cell: string;
  readonly client: ClientName;
  readonly server: ServerName;
}

/** A figure of a cell. */
export type Metric = "rate" | "p50Ms" | "p99Ms" | "serverCpuUs" | "clientCpuUs";

/** The middle value; the mean of the two in the middle for an even number. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new Error("there is no median of nothing");
  return (lower + upper) / 2;
};

const figureOf = (sample: Measured, metric: Metric): number =>
  metric === "rate" ? sample.calls / sample.seconds : sample[metric];

/** What the rounds have measured. */
export class Samples {
  readonly #measured = new Map<string, Measured[]>();
  readonly #kilobytes = new Map<string, number[]>();

  add({ cell, client, server }: SampleKey, sample: Measured): void {
    const key = JSON.stringify([cell, client, server]);
    this.#measured.set(key, [...(this.#measured.get(key) ?? []), sample]);
  }

  addMemory(who: string, kilobytes: number): void {
    this.#kilobytes.set(who, [...(this.#kilobytes.get(who) ?? []), kilobytes]);
  }

  /** Whether anything was measured for the key. */
  has({ cell, client, server }: SampleKey): boolean {
    return this.#measured.has(JSON.stringify([cell, client, server]));
  }

  /** The median over the rounds. */
  median({ cell, client, server }: SampleKey, metric: Metric): number {
    const samples = this.#measured.get(JSON.stringify([cell, client, server])) ?? [];
    return median(samples.map((sample) => figureOf(sample, metric)));
  }

  /** Megabytes resident, the median over the rounds; undefined where it was not measured. */
  megabytes(who: string): number | undefined {
    const samples = this.#kilobytes.get(who);
    return samples === undefined ? undefined : median(samples) / 1024;
  }
}
