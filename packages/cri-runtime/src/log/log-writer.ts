import { type ByteSink, HEADROOM_BYTES } from "../contract/streams.ts";
import { createAppendFile, type FsyncPolicy } from "./append-file.ts";
import { createNanoClock } from "./clock.ts";
import { formatLogHeader, type LogStream } from "./line.ts";
import { createLineAssembler, type LineAssembler } from "./line-assembler.ts";
import { createSpool, type LogFailure } from "./spool.ts";

/** What {@link createLogWriter} can be told. */
export interface LogWriterOptions {
  /** Bytes of text in one line of the file; a longer line is cut into pieces tagged `P`. Default 16 KiB, as the kubelet's logs have it. */
  readonly maxLineBytes?: number;
  /** Bytes that may wait for a disk that is full or slow; lines beyond it are dropped and counted. Default 4 MiB. */
  readonly maxBufferedBytes?: number;
  /** Default `never`, as every runtime has it: the kernel writes back. */
  readonly fsync?: FsyncPolicy;
  /** Milliseconds after which a disk that refused is tried again. Default 1,000. */
  readonly retryMs?: number;
  /** Closes the file when nothing has been written for so long; 0 is at once, so that idle containers hold no descriptor. Default: keep it open. */
  readonly idleMs?: number;
  /** The time of a line whose writer gives none. Default: the time of day. */
  readonly nowNanos?: () => bigint;
  /** Called once when the disk begins to refuse. Default: nothing. */
  readonly onFailure?: (failure: LogFailure) => void;
  /** Called once when the disk takes lines again. Default: nothing. */
  readonly onRecovery?: (recovery: { readonly path: string; readonly droppedLines: number }) => void;
}

/** Writes one container's log. */
export interface LogWriter {
  readonly path: string;
  /** Lines that were dropped because the disk refused them for longer than the buffer lasts. */
  readonly droppedLines: number;
  /** Bytes that wait for the disk. */
  readonly bufferedBytes: number;
  /** Takes a chunk, copied before it returns. `false` asks the writer to await {@link LogWriter.drained}. After `close` chunks are discarded. */
  write(stream: LogStream, chunk: Uint8Array, timeNanos?: bigint): boolean;
  /** The stream has ended: text without a newline at its end becomes a line. */
  end(stream: LogStream): void;
  /** Settles when `write` would say `true`, and when the writer has been closed. */
  drained(): Promise<void>;
  /** Settles when all lines taken so far are in the file, or have been given up by `close`. */
  flushed(): Promise<void>;
  /** Goes on in a new file at the same path, what was taken before in the old one: the answer to a rotation. Nothing after `close`. */
  reopen(): Promise<void>;
  /** Writes all that is left and closes the file. On a full disk it tries once more, then counts the rest as dropped. */
  close(): Promise<void>;
  /** One stream as a sink that a runtime's `exec` or `attach` writes to. */
  sink(stream: LogStream): ByteSink;
  [Symbol.asyncDispose](): Promise<void>;
}

const KIB = 1024;

const createSink = (writer: LogWriter, stream: LogStream): ByteSink => {
  let isEnded = false;
  const write = (chunk: Uint8Array, release?: () => void): boolean => {
    const goOn = isEnded || writer.write(stream, chunk);
    release?.();
    return goOn;
  };
  return {
    write,
    writeFramed: (frame, release) => write(frame.subarray(HEADROOM_BYTES), release),
    drained: () => (isEnded ? Promise.resolve() : writer.drained()),
    end: () => {
      if (!isEnded) writer.end(stream);
      isEnded = true;
    },
  };
};

/**
 * Opens a container's log at `path`, folders included, and writes it as CRI wants it: `<RFC 3339 nanoseconds> stdout|stderr P|F <text>`. Lines of one turn of
 * the event loop go to the disk in one write. A full disk is reported once and survived: lines wait in a bounded buffer and are written when
 * it takes them again.
 */
export const createLogWriter = async (path: string, options: LogWriterOptions = {}): Promise<LogWriter> => {
  const file = createAppendFile(path, options.fsync ?? "never");
  await file.open();
  if (options.idleMs !== undefined) await file.close();
  const spool = createSpool(file, path, options);
  const nowNanos = options.nowNanos ?? createNanoClock();
  const maxLineBytes = options.maxLineBytes ?? 16 * KIB;
  let timeNanos = 0n;
  let headers: { [key: string]: string } = {};
  const headerOf = (stream: LogStream, isPartial: boolean): string => {
    const key = isPartial ? `${stream}P` : stream;
    headers[key] ??= formatLogHeader({ timeNanos, stream, isPartial });
    return headers[key];
  };
  const setTime = (nanos: bigint): void => {
    if (nanos === timeNanos) return;
    timeNanos = nanos;
    headers = {};
  };
  const assemblers = new Map<LogStream, LineAssembler>();
  const assemblerOf = (stream: LogStream): LineAssembler => {
    let assembler = assemblers.get(stream);
    if (assembler === undefined) {
      assembler = createLineAssembler(maxLineBytes, (isPartial, parts) =>
        spool.add(headerOf(stream, isPartial), parts),
      );
      assemblers.set(stream, assembler);
    }
    return assembler;
  };
  const end = (stream: LogStream): void => {
    setTime(nowNanos());
    assemblers.get(stream)?.end();
    assemblers.delete(stream);
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    if (closing === undefined) {
      end("stdout");
      end("stderr");
      closing = spool.close();
    }
    return closing;
  };
  const writer: LogWriter = {
    path,
    get droppedLines() {
      return spool.droppedLines;
    },
    get bufferedBytes() {
      return spool.bufferedBytes;
    },
    write: (stream, chunk, time) => {
      if (closing !== undefined) return true;
      setTime(time ?? nowNanos());
      assemblerOf(stream).push(chunk);
      return !spool.isHigh;
    },
    end,
    drained: () => spool.drained(),
    flushed: () => spool.flushed(),
    reopen: () => spool.reopen(),
    close,
    sink: (stream) => createSink(writer, stream),
    [Symbol.asyncDispose]: close,
  };
  return writer;
};
