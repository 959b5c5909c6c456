import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { EngineAddress } from "./address.ts";
import { EngineError, engineMessage } from "./engine-error.ts";

/** A request that takes the connection over: exec start and attach. */
export interface HijackRequest {
  /** With the version: `/v1.41/exec/ID/start`. */
  readonly path: string;
  readonly body?: object | undefined;
  /** Ends the request, and afterwards the connection. */
  readonly signal?: AbortSignal | undefined;
  /** How long the engine may take to answer the request. Default 30000. */
  readonly timeoutMs?: number | undefined;
  /** What the socket reads into at once; touched only as far as it is filled. Default 262144. */
  readonly blockBytes?: number | undefined;
}

/** Keeps what was read from being read over until the function it returns is called. */
export type Hold = () => () => void;

/**
 * Takes what is read. `buffer` has 8 writable bytes in front of `start`; what is kept longer than the call has to be held. `false` pauses
 * reading until {@link HijackedStream.resume}.
 */
export type ReadSink = (buffer: Buffer, start: number, end: number, hold: Hold) => boolean;

/** The raw connection after the engine has switched it over. */
export interface HijackedStream {
  /** Starts reading: once. `ended` fires once, when the engine has ended the stream or the connection has broken. */
  read(sink: ReadSink, ended: (error: Error | undefined) => void): void;
  resume(): void;
  /** Sends bytes, which must stay as they are until they are sent: `undefined` says that they are, else the promise settles when they are. */
  write(chunk: Uint8Array): Promise<void> | undefined;
  /** Half-closes: the process reads end of file, its output goes on. */
  end(): void;
  destroy(): void;
}

/** Bytes kept free in front of what is read, for a frame header of whoever sends it on. */
export const READ_HEADROOM_BYTES = 8;

const defaultBlockBytes = 256 * 1024;
const maxHeadBytes = 64 * 1024;

const requestHead = (request: HijackRequest, host: string, body: string): string =>
  [
    `POST ${request.path} HTTP/1.1`,
    `Host: ${host}`,
    "Connection: Upgrade",
    "Upgrade: tcp",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");

interface Head {
  readonly status: number;
  readonly bodyBytes: number;
}

const parseHead = (text: string): Head => {
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0);
  return { status, bodyBytes: Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0) };
};

const failureOf = (head: Head, body: Buffer): EngineError => {
  let parsed: unknown = body;
  try {
    parsed = JSON.parse(body.toString());
  } catch {
    // Not JSON: the text is shown as it is.
  }
  return new EngineError(head.status, engineMessage(parsed) || `the engine answered ${head.status} to a hijack`);
};

interface Block {
  readonly buffer: Buffer;
  holds: number;
}

const maxFreeBlocks = 4;

/**
 * Blocks that the socket reads into, each piece preceded by headroom. A block is read into again when nobody holds a piece of it: a fresh one costs the
 * kernel more than the copy that it saves.
 */
const createReadBlocks = (blockBytes: number) => {
  const leastReadBytes = blockBytes / 8;
  const free: Block[] = [];
  const fresh = (): Block => ({ buffer: Buffer.allocUnsafeSlow(blockBytes), holds: 0 });
  let block = fresh();
  let at = 0;
  return {
    next(): Buffer {
      if (blockBytes - at < READ_HEADROOM_BYTES + leastReadBytes) {
        if (block.holds > 0) block = free.pop() ?? fresh();
        at = 0;
      }
      return block.buffer.subarray(at + READ_HEADROOM_BYTES);
    },
    /** The piece just read, as a view of the block with its headroom. */
    take(bytes: number): Piece {
      const current = block;
      const start = at + READ_HEADROOM_BYTES;
      at = (start + bytes + 7) & ~7;
      const hold: Hold = () => {
        current.holds++;
        let held = true;
        return () => {
          if (!held) return;
          held = false;
          current.holds--;
          if (current.holds === 0 && current !== block && free.length < maxFreeBlocks) free.push(current);
        };
      };
      return { buffer: current.buffer, start, end: start + bytes, hold };
    },
  };
};

interface Piece {
  readonly buffer: Buffer;
  readonly start: number;
  readonly end: number;
  readonly hold: Hold;
}

const nothingToHold: Hold = () => () => {};

const copyOf = (bytes: Buffer): Piece => {
  const copy = Buffer.allocUnsafeSlow(bytes.length + READ_HEADROOM_BYTES);
  bytes.copy(copy, READ_HEADROOM_BYTES);
  return { buffer: copy, start: READ_HEADROOM_BYTES, end: copy.length, hold: nothingToHold };
};

const dial = (address: EngineAddress, blockBytes: number, onRead: (piece: Piece) => boolean): Socket => {
  if (address.kind === "tcp" && address.tls !== undefined) {
    const socket = connectTls({
      host: address.host,
      port: address.port,
      ca: address.tls.ca,
      cert: address.tls.cert,
      key: address.tls.key,
      servername: address.host,
    });
    socket.on("data", (chunk: Buffer) => {
      if (!onRead(copyOf(chunk))) socket.pause();
    });
    return socket;
  }
  const blocks = createReadBlocks(blockBytes);
  const onread = { buffer: () => blocks.next(), callback: (bytes: number) => onRead(blocks.take(bytes)) };
  return address.kind === "unix"
    ? connect({ path: address.path, allowHalfOpen: true, onread })
    : connect({ host: address.host, port: address.port, allowHalfOpen: true, noDelay: true, onread });
};

/** Sends a request that the engine answers by handing the connection over, and returns the connection. */
export const hijack = (address: EngineAddress, request: HijackRequest): Promise<HijackedStream> =>
  new Promise((resolve, reject) => {
    let head: Buffer = Buffer.alloc(0);
    let switched = false;
    let sink: ReadSink | undefined;
    let early: { readonly piece: Piece; readonly release: () => void }[] = [];
    let onEnded: ((error: Error | undefined) => void) | undefined;
    let ended: { readonly error: Error | undefined } | undefined;

    const finish = (error: Error | undefined): void => {
      if (ended !== undefined) return;
      ended = { error };
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", onAbort);
      if (!switched)
        reject(error ?? new EngineError(0, `POST ${request.path}: the Docker Engine closed the connection`));
      onEnded?.(error);
    };

    const keepForLater = (piece: Piece): void => {
      early.push({ piece, release: piece.hold() });
    };

    const onRead = (piece: Piece): boolean => {
      const { buffer, start, end } = piece;
      if (sink !== undefined) return sink(buffer, start, end, piece.hold);
      if (switched) {
        keepForLater(piece);
        return false;
      }
      head = Buffer.concat([head, buffer.subarray(start, end)]);
      const at = head.indexOf("\r\n\r\n");
      if (at < 0) {
        if (head.length > maxHeadBytes) socket.destroy(new EngineError(0, "the engine's answer has no end of headers"));
        return true;
      }
      const parsed = parseHead(head.subarray(0, at + 2).toString("latin1"));
      const rest = head.subarray(at + 4);
      if (parsed.status !== 101 && parsed.status !== 200) {
        if (rest.length >= parsed.bodyBytes) {
          finish(failureOf(parsed, rest.subarray(0, parsed.bodyBytes)));
          socket.destroy();
        }
        return true;
      }
      switched = true;
      clearTimeout(timer);
      if (rest.length > 0) keepForLater(copyOf(rest));
      resolve(stream);
      return false;
    };

    const socket = dial(address, request.blockBytes ?? defaultBlockBytes, onRead);
    const onAbort = (): void => {
      const reason: unknown = request.signal?.reason;
      socket.destroy(reason instanceof Error ? reason : new EngineError(0, "the session was ended"));
    };
    const timeoutMs = request.timeoutMs ?? 30_000;
    const timer = setTimeout(
      () => socket.destroy(new EngineError(0, `POST ${request.path}: no answer within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    if (request.signal?.aborted === true) onAbort();
    request.signal?.addEventListener("abort", onAbort, { once: true });

    const stream: HijackedStream = {
      read: (next, whenEnded) => {
        const held = early;
        early = [];
        sink = next;
        let flowing = true;
        for (const { piece, release } of held) {
          flowing = next(piece.buffer, piece.start, piece.end, piece.hold) && flowing;
          release();
        }
        if (flowing) socket.resume();
        if (ended === undefined) onEnded = whenEnded;
        else whenEnded(ended.error);
      },
      resume: () => void socket.resume(),
      write: (chunk) => {
        if (socket.destroyed || socket.writableEnded)
          return Promise.reject(new EngineError(0, "the process' input is closed"));
        let settle: ((error?: Error | null) => void) | undefined;
        socket.write(chunk, (error) => settle?.(error));
        // What the kernel took at once needs no waiting for.
        if (socket.writableLength === 0) return undefined;
        return new Promise((taken, failed) => {
          settle = (error) => (error ? failed(error) : taken());
        });
      },
      end: () => void socket.end(),
      destroy: () => void socket.destroy(),
    };

    socket.on("error", (error) => finish(error));
    socket.on("end", () => {
      finish(undefined);
      socket.end();
    });
    socket.on("close", () => finish(undefined));
    const body = JSON.stringify(request.body ?? {});
    socket.write(requestHead(request, address.kind === "tcp" ? address.host : "docker", body));
  });
