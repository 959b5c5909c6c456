/** What a client asks of a server again and again. */
export type Workload = "version" | "list" | "events";

/** One line of a load client's standard input. */
export interface Job {
  /** `unix:///path`. */
  readonly address: string;
  /** The server's process, whose CPU time is measured. */
  readonly serverPid: number;
  readonly workload: Workload;
  /** Calls in flight at a time. */
  readonly concurrency: number;
  readonly warmUpMs: number;
  /** How long calls are counted; event streams are read to their end instead. */
  readonly measureMs: number;
}

/** The line of standard output that answers a job. A "call" of an event stream is an event. */
export interface Measured {
  readonly calls: number;
  readonly seconds: number;
  /** Zero for event streams. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time per call. */
  readonly serverCpuUs: number;
  readonly clientCpuUs: number;
  /** The encoded size of the first answer or the last event, so that servers can be seen to answer the same. */
  readonly answerBytes: number;
}

/** The answer to a job that failed. */
export interface Failed {
  readonly error: string;
}
