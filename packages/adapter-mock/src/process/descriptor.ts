import type { OpenFile } from "../filesystem/volume.ts";
import { Pipe } from "./pipe.ts";
import type { Terminal } from "./terminal.ts";

/**
 * What a process' number (0, 1, 2, …) stands for. Several numbers and processes may hold the same one; when the last has let go, it closes.
 */
export interface Descriptor {
  /** Set if this is a terminal. */
  readonly terminal?: Terminal | undefined;
  /** The next bytes (to the end of a line with `line`); empty: none yet, await `readable`; `undefined`: the end. */
  take(maxBytes: number, line?: boolean): Uint8Array | undefined;
  readable(): Promise<void>;
  /** Takes a chunk that will not change. `false`: await `drained` before the next one. */
  write(chunk: Uint8Array): boolean;
  drained(): Promise<void>;
  /** One more holder. */
  retain(): Descriptor;
  /** One holder less. */
  release(): void;
}

const settled = Promise.resolve();

/** What is shared by descriptors: the count of their holders. */
abstract class Counted {
  #holders = 1;

  retain(): this {
    this.#holders++;
    return this;
  }

  release(): void {
    if (--this.#holders === 0) this.close();
  }

  protected abstract close(): void;
}

class PipeReader extends Counted implements Descriptor {
  readonly #pipe: Pipe;

  constructor(pipe: Pipe) {
    super();
    this.#pipe = pipe;
  }

  take(maxBytes: number, line?: boolean): Uint8Array | undefined {
    return this.#pipe.take(maxBytes, line);
  }

  readable(): Promise<void> {
    return this.#pipe.readable();
  }

  write(): boolean {
    return true;
  }

  drained(): Promise<void> {
    return settled;
  }

  protected close(): void {
    this.#pipe.break();
  }
}

class PipeWriter extends Counted implements Descriptor {
  readonly #pipe: Pipe;

  constructor(pipe: Pipe) {
    super();
    this.#pipe = pipe;
  }

  take(): undefined {
    return undefined;
  }

  readable(): Promise<void> {
    return settled;
  }

  write(chunk: Uint8Array): boolean {
    return this.#pipe.write(chunk);
  }

  drained(): Promise<void> {
    return this.#pipe.drained();
  }

  protected close(): void {
    this.#pipe.end();
  }
}

class FileDescriptor extends Counted implements Descriptor {
  readonly #file: OpenFile;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(file: OpenFile) {
    super();
    this.#file = file;
  }

  take(maxBytes: number, line = false): Uint8Array | undefined {
    if (this.#rest.byteLength === 0) this.#rest = this.#file.read(line ? 4096 : maxBytes);
    if (this.#rest.byteLength === 0) return undefined;
    const newline = line ? this.#rest.indexOf(10) : -1;
    const count = Math.min(maxBytes, newline < 0 ? this.#rest.byteLength : newline + 1);
    const chunk = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return chunk;
  }

  readable(): Promise<void> {
    return settled;
  }

  write(chunk: Uint8Array): boolean {
    this.#file.write(chunk);
    return true;
  }

  drained(): Promise<void> {
    return settled;
  }

  protected close(): void {
    this.#file.close();
  }
}

/** Nothing to read, and everything written is gone: /dev/null. It is never closed, so it needs no count. */
export const NULL_DESCRIPTOR: Descriptor = {
  take: () => undefined,
  readable: () => settled,
  write: () => true,
  drained: () => settled,
  retain: () => NULL_DESCRIPTOR,
  release: () => undefined,
};

/** The two ends of a fresh pipe. */
export const createPipe = (): { readonly reader: Descriptor; readonly writer: Descriptor } => {
  const pipe = new Pipe();
  return { reader: new PipeReader(pipe), writer: new PipeWriter(pipe) };
};

/** A descriptor for an open file. */
export const createFileDescriptor = (file: OpenFile): Descriptor => new FileDescriptor(file);

/** The end of a pipe that is filled or emptied by someone outside. */
export const createPipeReader = (pipe: Pipe): Descriptor => new PipeReader(pipe);

/** A descriptor whose writes go to a function and which cannot be read. `close` is called when nobody holds it any more. */
export const createOutput = (output: {
  readonly write: (chunk: Uint8Array) => boolean;
  readonly drained: () => Promise<void>;
  readonly close?: (() => void) | undefined;
}): Descriptor => {
  let holders = 1;
  const descriptor: Descriptor = {
    take: () => undefined,
    readable: () => settled,
    write: output.write,
    drained: output.drained,
    retain: () => {
      holders++;
      return descriptor;
    },
    release: () => {
      if (--holders === 0) output.close?.();
    },
  };
  return descriptor;
};
