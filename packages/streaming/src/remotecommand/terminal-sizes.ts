import type { TerminalSize } from "@crikit/cri-runtime";

const maxPendingChars = 4096;
const maxCells = 0xffff;

/**
 * The sizes of a client's terminal out of its resize stream: JSON objects in a row, cut and joined anywhere. Only the latest one is kept
 * for a reader who is not there yet. One reader.
 */
export class TerminalSizes implements AsyncIterable<TerminalSize> {
  readonly #decoder = new TextDecoder();
  #pending = "";
  #latest: TerminalSize | undefined;
  #ended = false;
  #waiting: ((result: IteratorResult<TerminalSize, undefined>) => void) | undefined;

  push(bytes: Uint8Array): void {
    if (this.#ended) return;
    this.#pending += this.#decoder.decode(bytes, { stream: true });
    for (let end = this.#pending.indexOf("}"); end >= 0; end = this.#pending.indexOf("}")) {
      const size = parseSize(this.#pending.slice(0, end + 1));
      this.#pending = this.#pending.slice(end + 1);
      if (size !== undefined) this.#latest = size;
    }
    if (this.#pending.length > maxPendingChars) this.#pending = "";
    this.#settle();
  }

  end(): void {
    this.#ended = true;
    this.#settle();
  }

  [Symbol.asyncIterator](): AsyncIterator<TerminalSize, undefined> {
    return {
      next: () =>
        new Promise((resolve) => {
          this.#waiting = resolve;
          this.#settle();
        }),
      return: () => {
        this.end();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  #settle(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    const latest = this.#latest;
    if (latest === undefined && !this.#ended) return;
    this.#waiting = undefined;
    this.#latest = undefined;
    waiting(latest === undefined ? { done: true, value: undefined } : { done: false, value: latest });
  }
}

const parseSize = (text: string): TerminalSize | undefined => {
  let size: unknown;
  try {
    size = JSON.parse(text.slice(text.lastIndexOf("{")));
  } catch {
    return undefined;
  }
  if (typeof size !== "object" || size === null || !("Width" in size) || !("Height" in size)) return undefined;
  const { Width: width, Height: height } = size;
  return isCells(width) && isCells(height) ? { width, height } : undefined;
};

const isCells = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= maxCells;

/** A size as the resize stream carries it. */
export const formatTerminalSize = (size: TerminalSize): string =>
  `${JSON.stringify({ Width: size.width, Height: size.height })}\n`;
