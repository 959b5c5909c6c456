/** Counts what happens within one second of a clock. */
export class Rate {
  readonly #max: number;
  #count = 0;
  #since = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** Counts one more; true if that is more than allowed within a second. */
  exceeds(): boolean {
    this.#count += 1;
    if (this.#count <= this.#max) return false;
    const now = performance.now();
    const isFast = now - this.#since < 1000;
    this.#since = now;
    this.#count = 1;
    return isFast;
  }

  clear(): void {
    this.#count = 0;
  }
}
