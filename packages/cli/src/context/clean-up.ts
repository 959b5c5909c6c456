/** Runs what was deferred when its block ends, the last one first, whatever happened; the first error among them is thrown when all have run. */
export class CleanUp implements AsyncDisposable {
  readonly #deferred: (() => unknown)[] = [];

  defer(act: () => unknown): void {
    this.#deferred.push(act);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const failures: unknown[] = [];
    for (let act = this.#deferred.pop(); act !== undefined; act = this.#deferred.pop()) {
      try {
        await act();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
