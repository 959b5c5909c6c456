/** Bytes that a {@link ByteSink} may overwrite before each payload: the size of SPDY's DATA header and of Docker's stream header. */
export const HEADROOM_BYTES = 8;

/** Where a process' output goes. One writer; backpressure by the return value. */
export interface ByteSink {
  /**
   * Takes a chunk. `false` asks the writer to await {@link ByteSink.drained} before the next one; the chunk is taken all the same.
   * The chunk's memory belongs to the sink until `release` is called, which happens exactly once, also when the sink has been closed;
   * a writer that never reuses its buffers leaves `release` out. After the reader has gone, chunks are taken and discarded.
   */
  write(chunk: Uint8Array, release?: () => void): boolean;
  /**
   * As `write`, for a chunk that has {@link HEADROOM_BYTES} writable bytes in front: `frame` is those bytes and then the payload.
   * The sink may overwrite the first bytes with a header of its own, and so send without a copy.
   */
  writeFramed(frame: Uint8Array, release?: () => void): boolean;
  /** Settles when the sink takes more, and at once when it has been closed. */
  drained(): Promise<void>;
  /** Ends the stream; what was written is still delivered. Later writes are discarded. */
  end(): void;
}

/** Bytes for a process' standard input. A chunk is valid until the next one is asked for; `return()` says that no more is wanted. */
export type ByteSource = AsyncIterable<Uint8Array>;

/** A terminal's size in character cells. */
export interface TerminalSize {
  readonly width: number;
  readonly height: number;
}

/** The streams of one exec or attach session. What the client did not ask for is `undefined`. With a terminal there is no `stderr`. */
export interface SessionStreams {
  readonly stdin?: ByteSource | undefined;
  readonly stdout?: ByteSink | undefined;
  readonly stderr?: ByteSink | undefined;
  /** The terminal's sizes, the latest one only: what nobody has read yet is replaced. */
  readonly resize?: AsyncIterable<TerminalSize> | undefined;
}

/** How a process ended: 0..255, a signal as 128 + its number. */
export interface ExitStatus {
  readonly exitCode: number;
}
