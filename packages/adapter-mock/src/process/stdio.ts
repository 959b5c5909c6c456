import type { Descriptor } from "./descriptor.ts";

/** What streams need of the process that reads and writes them. */
export interface StreamOwner {
  /** The descriptor behind a number, `undefined` if it is closed. */
  descriptor(fd: number): Descriptor | undefined;
  /** Waits for `promise`, or fails when the process is killed. */
  until<T>(promise: Promise<T>): Promise<T>;
  /** Counts an operation on `bytes`; a promise if other processes should have their turn first. */
  work(bytes: number): Promise<void> | undefined;
}

/** Bytes a program reads at once. */
const READ_BYTES = 64 * 1024;
const encoder = new TextEncoder();

/** A program's standard input. */
export interface Input extends AsyncIterable<Uint8Array> {
  /** The next bytes, at most `maxBytes`; `undefined` at the end. They are the reader's own. */
  read(maxBytes?: number): Promise<Uint8Array | undefined>;
  /** The next line without its end, and nothing beyond it; `undefined` at the end. */
  readLine(): Promise<string | undefined>;
  /** All that is left, as text. */
  text(): Promise<string>;
}

/** A program's standard output or error. */
export interface Output {
  /** Settles when the reader is ready for more. Bytes must not change afterwards. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** As `write`, with a newline. */
  line(text: string): Promise<void>;
}

/** Reads one descriptor of a process. */
export const createInput = (owner: StreamOwner, fd: number): Input => {
  const next = async (maxBytes: number, line: boolean): Promise<Uint8Array | undefined> => {
    const descriptor = owner.descriptor(fd);
    for (;;) {
      const chunk = descriptor?.take(maxBytes, line);
      if (chunk === undefined) return undefined;
      if (chunk.byteLength > 0) {
        await owner.work(chunk.byteLength);
        return chunk;
      }
      if (descriptor !== undefined) await owner.until(descriptor.readable());
    }
  };
  const input: Input = {
    read: (maxBytes = READ_BYTES) => next(maxBytes, false),
    async readLine() {
      const decoder = new TextDecoder();
      let text = "";
      for (let chunk = await next(READ_BYTES, true); ; chunk = await next(READ_BYTES, true)) {
        if (chunk === undefined) return text === "" ? undefined : text;
        text += decoder.decode(chunk, { stream: true });
        if (text.endsWith("\n")) return text.slice(0, -1);
      }
    },
    async text() {
      const decoder = new TextDecoder();
      let text = "";
      for await (const chunk of input) text += decoder.decode(chunk, { stream: true });
      return text + decoder.decode();
    },
    async *[Symbol.asyncIterator]() {
      for (let chunk = await next(READ_BYTES, false); chunk !== undefined; chunk = await next(READ_BYTES, false)) {
        yield chunk;
      }
    },
  };
  return input;
};

/** Writes one descriptor of a process. */
export const createProgramOutput = (owner: StreamOwner, fd: number): Output => {
  const write = async (chunk: string | Uint8Array): Promise<void> => {
    const descriptor = owner.descriptor(fd);
    if (descriptor === undefined) return;
    const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk;
    const ready = descriptor.write(bytes);
    const turn = owner.work(bytes.byteLength);
    if (turn !== undefined) await turn;
    if (!ready) await owner.until(descriptor.drained());
  };
  return { write, line: (text) => write(`${text}\n`) };
};
