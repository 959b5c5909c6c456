/** Counts what happens within one second of a clock. */
export class Rate {
  readonly #max: number;
  #count = 0;
  #since = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** Counts one more; true if that is more than allowed within the second that began with the first. */
  exceeds(): boolean {
    if (this.#count === 0) this.#since = performance.now();
    this.#count += 1;
    if (this.#count <= this.#max) return false;
    const now = performance.now();
    if (now - this.#since < 1000) return true;
    this.#since = now;
    this.#count = 1;
    return false;
  }

  clear(): void {
    this.#count = 0;
  }
}
