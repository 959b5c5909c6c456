/** Fires once when nothing has been touched for `idleMs`. Touching costs a clock reading, so that every chunk may do it. */
export class IdleTimer {
  readonly #idleMs: number;
  readonly #onIdle: () => void;
  #last = performance.now();
  #timer: NodeJS.Timeout | undefined;

  /** `idleMs` 0 never fires. */
  constructor(idleMs: number, onIdle: () => void) {
    this.#idleMs = idleMs;
    this.#onIdle = onIdle;
    if (idleMs > 0) this.#arm(idleMs);
  }

  touch(): void {
    this.#last = performance.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #arm(afterMs: number): void {
    this.#timer = setTimeout(
      () => {
        const leftMs = this.#last + this.#idleMs - performance.now();
        if (leftMs > 0) this.#arm(Math.ceil(leftMs));
        else this.#onIdle();
      },
      Math.min(afterMs, 0x7fffffff),
    );
  }
}
