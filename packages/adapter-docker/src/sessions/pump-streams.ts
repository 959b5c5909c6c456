import type { ByteSink, ByteSource, SessionStreams, TerminalSize } from "@crikit/cri-runtime";
import type { HijackedStream, Hold } from "../engine/hijack.ts";
import { createStdcopyParser } from "../engine/stdcopy.ts";

/** Moves a hijacked stream's output into sinks with their backpressure; settles when the engine has ended the stream. */
export const pumpOutput = (
  stream: HijackedStream,
  streams: SessionStreams,
  isTty: boolean,
): Promise<Error | undefined> =>
  new Promise((resolve) => {
    const full = new Set<ByteSink>();
    let holdRead: Hold = () => () => {};
    const put = (sink: ByteSink | undefined, frame: Buffer): void => {
      if (sink !== undefined && !sink.writeFramed(frame, holdRead())) full.add(sink);
    };
    const parser = createStdcopyParser((output, frame) => put(streams[output], frame));
    stream.read(
      (buffer, start, end, hold) => {
        holdRead = hold;
        if (isTty) put(streams.stdout, buffer.subarray(start - 8, end));
        else parser.push(buffer, start, end);
        if (full.size === 0) return true;
        const waits = [...full].map((sink) => sink.drained());
        full.clear();
        void Promise.all(waits).then(() => stream.resume());
        return false;
      },
      (error) => {
        streams.stdout?.end();
        streams.stderr?.end();
        resolve(error);
      },
    );
  });

/** Moves a source into a hijacked stream, then half-closes it; stops when `ended` says that nobody reads any more. */
export const pumpInput = async (stdin: ByteSource, stream: HijackedStream, ended: Promise<unknown>): Promise<void> => {
  const iterator = stdin[Symbol.asyncIterator]();
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    // A source that waits for its client for ever is told; nobody waits for this function.
    void iterator.return?.();
  });
  try {
    for (;;) {
      const next = await iterator.next();
      if (next.done === true || isOver) break;
      const sent = stream.write(next.value);
      if (sent !== undefined) await sent;
    }
    stream.end();
  } catch {
    // The process has closed its input: what is left for it is not wanted.
    if (!isOver) void iterator.return?.();
  }
};

/** Passes terminal sizes on until the session is over. */
export const pumpSizes = async (
  sizes: AsyncIterable<TerminalSize>,
  resize: (size: TerminalSize) => Promise<void>,
  ended: Promise<unknown>,
): Promise<void> => {
  const iterator = sizes[Symbol.asyncIterator]();
  const over = ended.then(() => "over" as const);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), over]);
      if (next === "over" || next.done === true) return;
      // A terminal that is gone, or not there yet, takes no size: the next one counts.
      await resize(next.value).catch(() => {});
    }
  } finally {
    void iterator.return?.();
  }
};
