import { cpuMicros } from "./cpu-time.ts";
import type { Job, Measured } from "./load.ts";

const percentile = (sorted: Float64Array, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;

/**
 * Counts the calls between two of them, as conformance/clients/grpc/bench/recorder.go does: the window opens when the first call after the
 * warm-up ends, and closes when the first one after the measured time ends, so that no call is cut in two at concurrency 1.
 */
export class Recorder {
  readonly #job: Job;
  readonly #begun = performance.now();
  readonly #latencies: number[] = [];
  #opened: number | undefined;
  #closed = false;
  #serverCpu = 0;
  #clientCpu = 0;
  #elapsedMs = 0;

  constructor(job: Job) {
    this.#job = job;
  }

  /** Takes note of a call that has ended and says whether to go on. */
  ended(start: number): boolean {
    const now = performance.now();
    if (this.#closed) return false;
    if (this.#opened === undefined) {
      if (now - this.#begun >= this.#job.warmUpMs) this.open();
      return true;
    }
    this.#latencies.push(now - start);
    if (now - this.#opened >= this.#job.measureMs) this.close();
    return !this.#closed;
  }

  open(): void {
    this.#serverCpu = cpuMicros(this.#job.serverPid);
    this.#clientCpu = cpuMicros(process.pid);
    this.#opened = performance.now();
  }

  close(): void {
    this.#closed = true;
    this.#elapsedMs = performance.now() - (this.#opened ?? 0);
    this.#serverCpu = cpuMicros(this.#job.serverPid) - this.#serverCpu;
    this.#clientCpu = cpuMicros(process.pid) - this.#clientCpu;
  }

  /** What was measured, of the recorded calls or of as many as are given. */
  measured(answerBytes: number, calls = this.#latencies.length): Measured {
    const sorted = Float64Array.from(this.#latencies).sort();
    return {
      calls,
      seconds: this.#elapsedMs / 1000,
      p50Ms: percentile(sorted, 0.5),
      p99Ms: percentile(sorted, 0.99),
      serverCpuUs: this.#serverCpu / calls,
      clientCpuUs: this.#clientCpu / calls,
      answerBytes,
    };
  }
}
