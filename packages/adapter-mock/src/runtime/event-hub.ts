import { CriError } from "@crikit/cri-api";

interface Subscriber<T> {
  readonly queue: T[];
  wake: (() => void) | undefined;
  failure: CriError | undefined;
  ended: boolean;
}

/** Gives each event to every subscriber, in order. One that does not keep up is ended; none is lost in silence. */
export class EventHub<T> {
  readonly #subscribers = new Set<Subscriber<T>>();
  readonly #maxPending: number;

  constructor(maxPending: number) {
    this.#maxPending = maxPending;
  }

  get hasSubscribers(): boolean {
    return this.#subscribers.size > 0;
  }

  emit(event: T): void {
    for (const subscriber of this.#subscribers) {
      if (subscriber.failure !== undefined) continue;
      if (subscriber.queue.length >= this.#maxPending) {
        subscriber.failure = new CriError(
          "ResourceExhausted",
          `a subscriber of events has ${this.#maxPending} waiting and is ended`,
        );
      } else subscriber.queue.push(event);
      subscriber.wake?.();
    }
  }

  /** Ends every subscription; what is waiting is still delivered. */
  close(): void {
    for (const subscriber of this.#subscribers) {
      subscriber.ended = true;
      subscriber.wake?.();
    }
  }

  /** Events from now on, until the signal fires. The subscription begins with this call, not with the first read. */
  subscribe(signal: AbortSignal | undefined): AsyncIterable<T> {
    const subscriber: Subscriber<T> = { queue: [], wake: undefined, failure: undefined, ended: false };
    this.#subscribers.add(subscriber);
    const onAbort = (): void => {
      this.#subscribers.delete(subscriber);
      subscriber.ended = true;
      subscriber.wake?.();
    };
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    return this.#read(subscriber, () => {
      this.#subscribers.delete(subscriber);
      signal?.removeEventListener("abort", onAbort);
    });
  }

  async *#read(subscriber: Subscriber<T>, leave: () => void): AsyncGenerator<T> {
    try {
      for (;;) {
        // One pass over what has come: shifting from the front of a long queue one by one would be quadratic.
        for (const event of subscriber.queue.splice(0)) yield event;
        if (subscriber.queue.length > 0) continue;
        if (subscriber.failure !== undefined) throw subscriber.failure;
        if (subscriber.ended) return;
        await new Promise<void>((resolve) => {
          subscriber.wake = resolve;
        });
        subscriber.wake = undefined;
      }
    } finally {
      leave();
    }
  }
}
