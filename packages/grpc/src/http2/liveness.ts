import type { ConnectionBounds } from "./bounds.ts";

/** What {@link Liveness} watches, and whom it tells. */
export interface Watched {
  readonly bounds: ConnectionBounds;
  /** Whether the peer's SETTINGS have come. */
  readonly isGreeted: boolean;
  /** Counts whatever comes. */
  readonly received: number;
  /** Counts streams that were opened. */
  readonly opened: number;
  readonly hasStreams: boolean;
  onNoGreeting(): void;
  onIdle(): void;
  ping(): void;
  onNoAnswer(): void;
}

/** The clocks of one connection: handshake, idleness, and the PINGs that tell whether the peer is there. None keeps the process alive. */
export class Liveness {
  readonly #watched: Watched;
  readonly #handshake: NodeJS.Timeout;
  #idle: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;
  #answer: NodeJS.Timeout | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
    const { handshakeTimeoutMs, idleTimeoutMs, keepaliveTimeMs } = watched.bounds;
    this.#handshake = setTimeout(() => {
      if (!watched.isGreeted) watched.onNoGreeting();
    }, handshakeTimeoutMs).unref();
    if (idleTimeoutMs > 0) this.#watchIdle(idleTimeoutMs);
    if (keepaliveTimeMs > 0) this.#watchSilence(keepaliveTimeMs);
  }

  stop(): void {
    for (const timer of [this.#handshake, this.#idle, this.#silence, this.#answer]) clearTimeout(timer);
  }

  #watchIdle(idleTimeoutMs: number): void {
    const watched = this.#watched;
    let opened = -1;
    this.#idle = setInterval(() => {
      if (!watched.hasStreams && opened === watched.opened) watched.onIdle();
      opened = watched.opened;
    }, idleTimeoutMs / 2).unref();
  }

  #watchSilence(keepaliveTimeMs: number): void {
    const watched = this.#watched;
    let received = -1;
    this.#silence = setInterval(() => {
      if (received === watched.received) this.#ping();
      received = watched.received;
    }, keepaliveTimeMs).unref();
  }

  #ping(): void {
    const watched = this.#watched;
    const before = watched.received;
    watched.ping();
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => {
      if (before === watched.received) watched.onNoAnswer();
    }, watched.bounds.keepaliveTimeoutMs).unref();
  }
}
