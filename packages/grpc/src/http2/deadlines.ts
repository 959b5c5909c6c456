import type { Http2Stream } from "./stream.ts";

/** The longest delay a timer of Node takes. */
const MAX_DELAY_MS = 0x7fffffff;

/**
 * The deadlines of one connection's calls, with one timer for the earliest. A call that ends in time leaves no trace: the timer finds
 * it gone.
 */
export class Deadlines {
  readonly #streams: ReadonlyMap<number, Http2Stream>;
  #timer: NodeJS.Timeout | undefined;
  #at = Number.POSITIVE_INFINITY;

  constructor(streams: ReadonlyMap<number, Http2Stream>) {
    this.#streams = streams;
  }

  /** Watches a stream of the map whose `deadlineAt` was set. */
  watch(stream: Http2Stream): void {
    if (stream.deadlineAt < this.#at) this.#arm(stream.deadlineAt);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#at = Number.POSITIVE_INFINITY;
  }

  #arm(at: number): void {
    clearTimeout(this.#timer);
    this.#at = at;
    const delay = Math.min(MAX_DELAY_MS, Math.max(0, Math.ceil(at - performance.now())));
    this.#timer = setTimeout(() => this.#fire(), delay).unref();
  }

  #fire(): void {
    this.clear();
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const stream of [...this.#streams.values()]) {
      if (stream.deadlineAt <= now) {
        stream.deadlineAt = Number.POSITIVE_INFINITY;
        stream.onDeadline();
      } else if (stream.deadlineAt < next) next = stream.deadlineAt;
    }
    if (next !== Number.POSITIVE_INFINITY) this.#arm(next);
  }
}
